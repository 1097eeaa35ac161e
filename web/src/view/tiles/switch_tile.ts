// A plug, a switch, a siren: on or off; and what is only ever pressed.
import { html } from "lit";

import { Tile } from "./tile";

class SwitchTile extends Tile {
  protected override render() {
    const value = this.value("on_off");
    const on = value === true;
    const power = this.state("power")?.value;
    const word = value === null ? "unknown" : on ? "on" : "off";
    const text = on && typeof power === "number" ? `${word} · ${Math.round(power)} W` : word;
    return this.frame(
      on && this.entity.available,
      this.pending("on_off"),
      html`
      <button class="face" role="switch" aria-checked=${on} ?disabled=${!this.usable}
        @click=${() => this.set("on_off", !on)}>${this.what("switch", text)}</button>`,
    );
  }
}

class SceneTile extends Tile {
  protected override render() {
    const press = () => {
      if (this.state("scene")) this.set("scene", true);
      else this.set("press", "press");
    };
    return this.frame(
      false,
      this.pending("scene", "press"),
      html`
      <button class="face" ?disabled=${!this.usable} @click=${press}>${this.what("scene", "tap to start")}</button>`,
    );
  }
}

customElements.define("hearth-switch-tile", SwitchTile);
customElements.define("hearth-scene-tile", SceneTile);
