import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(async ({ mode }) => {
  const plugins = [react()];
  if (mode === "fixture") {
    const { fixture } = await import("./dev/fixture.ts");
    plugins.push(fixture() as never);
  }
  return {
    base: "/console/",
    plugins,
    resolve: { alias: { "@texts": here("../dispatch/i18n") } },
    build: {
      outDir: here("../dispatch/web/static/console"),
      emptyOutDir: true,
      assetsInlineLimit: 0, // the content policy allows no data: addresses
      target: "es2022",
    },
    server: {
      fs: { allow: [here("."), here("../dispatch/i18n")] },
      proxy:
        mode === "fixture"
          ? undefined
          : {
              "/api": "http://127.0.0.1:8000",
              "/live": { target: "ws://127.0.0.1:8000", ws: true },
            },
    },
    test: { include: ["src/**/*.test.ts"], environment: "node" },
  };
});
