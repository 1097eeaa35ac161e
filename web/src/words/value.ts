// Values as people read them: "21.4 °C", "open", "no motion".

import type { CapabilityState, Value } from "../api/types";

/** The words for yes and no, by capability. */
const YES_NO: Record<string, readonly [string, string]> = {
  on_off: ["on", "off"],
  lock: ["locked", "unlocked"],
  contact: ["open", "closed"],
  motion: ["motion", "no motion"],
  occupancy: ["somebody there", "nobody there"],
  presence: ["somebody there", "nobody there"],
  vibration: ["shaking", "still"],
  moisture: ["wet", "dry"],
  smoke: ["smoke", "no smoke"],
  carbon_monoxide: ["carbon monoxide", "no carbon monoxide"],
  gas: ["gas", "no gas"],
  sound: ["sound", "quiet"],
  tamper: ["tampered with", "untouched"],
  problem: ["problem", "no problem"],
  jammed: ["jammed", "not jammed"],
  connected: ["connected", "not connected"],
  plugged: ["plugged in", "unplugged"],
  running: ["running", "not running"],
  light: ["light", "dark"],
  awake: ["awake", "asleep"],
  battery_low: ["battery low", "battery fine"],
  mute: ["muted", "not muted"],
};

/** Digits after the point, where it is not one. */
const DIGITS: Record<string, number> = {
  brightness: 0,
  position: 0,
  tilt: 0,
  volume: 0,
  speed: 0,
  humidity: 0,
  target_humidity: 0,
  battery: 0,
  carbon_dioxide: 0,
  volatile_organics: 0,
  illuminance: 0,
  color_temperature: 0,
  signal_quality: 0,
  pressure: 0,
  energy: 2,
  current: 2,
  distance: 2,
  water: 3,
};

const LABELS: Record<string, string> = {
  on_off: "Power",
  carbon_dioxide: "CO₂",
  carbon_monoxide: "Carbon monoxide",
  battery_low: "Battery",
  volatile_organics: "Volatile organics",
  particulate_matter: "Fine dust",
  signal_quality: "Signal",
  illuminance: "Brightness",
  target_temperature: "Set to",
  thermostat_mode: "Mode",
  thermostat_action: "Now",
  speedometer: "Speed",
  occupancy: "Presence",
  sound_level: "Loudness",
};

/** "Temperature", "CO₂": what a capability is called. */
export function labelOf(capability: string): string {
  const label = LABELS[capability];
  if (label !== undefined) return label;
  const words = capability.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "40 %", "closed", "heating", "unknown". */
export function textOf(capability: string, value: Value, unit = ""): string {
  if (value === null) return "unknown";
  if (typeof value === "boolean") return (YES_NO[capability] ?? ["yes", "no"])[value ? 0 : 1];
  if (typeof value === "string") return value.replaceAll("_", " ");
  const text = numberText(value, DIGITS[capability] ?? 1);
  return unit === "" ? text : `${text} ${unit}`;
}

/** Rounded, without a trailing ".0"; the minus a real one. */
function numberText(value: number, digits: number): string {
  const text = value.toFixed(digits).replace(/\.0+$/, "");
  return text === "-0" ? "0" : text.replace("-", "\u2212");
}

export function stateText(capability: string, state: CapabilityState): string {
  return textOf(capability, state.value, state.unit);
}

/** Readings that say "look here": shown in warning colours. */
export function alarming(capability: string, value: Value): boolean {
  const bad = ["smoke", "carbon_monoxide", "gas", "moisture", "tamper", "problem", "jammed", "battery_low"];
  if (bad.includes(capability)) return value === true;
  return capability === "battery" && typeof value === "number" && value <= 10;
}
