import assert from "node:assert/strict";
import { test } from "node:test";

import { alarming, labelOf, textOf } from "./value";

test("numbers carry their unit and no more digits than they deserve", () => {
  assert.equal(textOf("temperature", 21.44, "°C"), "21.4 °C");
  assert.equal(textOf("temperature", 21.0, "°C"), "21 °C");
  assert.equal(textOf("temperature", -0.04, "°C"), "0 °C");
  assert.equal(textOf("temperature", -3.5, "°C"), "\u22123.5 °C");
  assert.equal(textOf("humidity", 44.6, "%"), "45 %");
  assert.equal(textOf("energy", 1.234, "kWh"), "1.23 kWh");
  assert.equal(textOf("level", 3), "3");
});

test("yes and no are told in the words of the thing", () => {
  assert.equal(textOf("contact", true), "open");
  assert.equal(textOf("motion", false), "no motion");
  assert.equal(textOf("lock", false), "unlocked");
  assert.equal(textOf("something_new", true), "yes");
});

test("words and the unknown", () => {
  assert.equal(textOf("thermostat_mode", "heat_cool"), "heat cool");
  assert.equal(textOf("temperature", null, "°C"), "unknown");
  assert.equal(labelOf("carbon_dioxide"), "CO₂");
  assert.equal(labelOf("target_humidity"), "Target humidity");
});

test("what calls for a look", () => {
  assert.ok(alarming("smoke", true));
  assert.ok(!alarming("smoke", null));
  assert.ok(alarming("battery", 7));
  assert.ok(!alarming("motion", true));
});
