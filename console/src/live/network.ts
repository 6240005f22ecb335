/** The hospitals and bases, fetched once: they change with a release, not with the day. */
import { createContext, useContext } from "react";
import { ask } from "./api";

export type Level = "SEP-1" | "SEP-2a" | "SEP-2b";

export interface Hospital {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly municipality: string;
  readonly lat: number;
  readonly lon: number;
  readonly adult_level: Level | null;
  readonly paediatric_level: Level | null;
  readonly level_is_provisional: boolean;
  readonly icu_beds: number;
  readonly picu_beds: number;
  readonly has_heliport: boolean;
  readonly adult_ref_sep2a: string | null;
  readonly adult_ref_sep2b: string | null;
}

export interface Base {
  readonly id: string;
  readonly municipality: string;
  readonly lat: number;
  readonly lon: number;
}

export interface Network {
  readonly hospitals: ReadonlyMap<string, Hospital>;
  readonly bases: ReadonlyMap<string, Base>;
}

export const NO_NETWORK: Network = { hospitals: new Map(), bases: new Map() };

export async function loadNetwork(): Promise<Network> {
  const told = await ask<{ hospitals: Hospital[]; bases: Base[] }>("/api/network");
  return {
    hospitals: new Map(told.hospitals.map((hospital) => [hospital.code, hospital])),
    bases: new Map(told.bases.map((base) => [base.id, base])),
  };
}

export const NetworkContext = createContext<Network>(NO_NETWORK);

export const useNetwork = (): Network => useContext(NetworkContext);

/** The short name, or the code itself when the network doesn't know it. */
export const shortName = (network: Network, code: string): string =>
  network.hospitals.get(code)?.short ?? code;

/** Where a unit stands: a hospital's short name, a base's town, or the words as they came. */
export const placeName = (network: Network, place: string): string =>
  network.hospitals.get(place)?.short ?? network.bases.get(place)?.municipality ?? place;
