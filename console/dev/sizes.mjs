// Weighs the built console (npm run sizes) and fails when it is over its budget, in kB gzipped.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const FIRST_LOAD_KB = 110;
const MAP_KB = 110;
const folder = new URL("../../dispatch/web/static/console/assets/", import.meta.url);
const weigh = (name) => gzipSync(readFileSync(new URL(name, folder))).length / 1000;
const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
const sum = (names) => names.reduce((total, name) => total + weigh(name), 0);
const ofFamily = (start) => files.filter((name) => name.startsWith(start));

// One language is loaded at a time: the heaviest counts.
const heaviest = (start) => Math.max(...ofFamily(start).map(weigh));
const first = sum(ofFamily("index-")) + heaviest("common-") + heaviest("console-") + heaviest("care-");
const map = sum(ofFamily("MapPanel-"));
console.log(`first load ${first.toFixed(1)} of ${FIRST_LOAD_KB} kB`);
console.log(`map, loaded later ${map.toFixed(1)} of ${MAP_KB} kB`);
process.exitCode = first <= FIRST_LOAD_KB && map <= MAP_KB ? 0 : 1;
