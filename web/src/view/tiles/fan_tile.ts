// A fan: on or off, and how fast.
import { html, nothing } from "lit";

import { Tile } from "./tile";

class FanTile extends Tile {
  protected override render() {
    const on = this.value("on_off") === true;
    const speed = this.value("speed");
    const runs = this.state("speed")?.settable === true;
    const text =
      this.value("on_off") === null
        ? "unknown"
        : !on
          ? "off"
          : typeof speed === "number"
            ? `on · ${Math.round(speed)} %`
            : "on";
    return this.frame(
      on && this.entity.available,
      this.pending("on_off", "speed"),
      html`
      <button class="face" role="switch" aria-checked=${on} ?disabled=${!this.usable}
        @click=${() => this.set("on_off", !on)}>${this.what("fan", text)}</button>
      ${runs ? html`<div class="more">${this.slider("speed", "Speed")}</div>` : nothing}`,
    );
  }
}

customElements.define("hearth-fan-tile", FanTile);
