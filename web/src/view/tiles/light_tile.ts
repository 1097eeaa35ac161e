// A light: a tap switches it, the slider dims it.
import { html, nothing } from "lit";

import { Tile } from "./tile";

class LightTile extends Tile {
  protected override render() {
    const on = this.value("on_off") === true;
    const level = this.value("brightness");
    const dims = this.state("brightness")?.settable === true;
    const unknown = this.value("on_off") === null;
    const text = unknown
      ? "unknown"
      : !on
        ? "off"
        : typeof level === "number" && dims
          ? `on · ${Math.round(level)} %`
          : "on";
    return this.frame(
      on && this.entity.available,
      this.pending("on_off", "brightness"),
      html`
      <button class="face" role="switch" aria-checked=${on} ?disabled=${!this.usable}
        @click=${() => this.set("on_off", !on)}>${this.what("light", text)}</button>
      ${dims ? html`<div class="more">${this.slider("brightness", "Brightness", 1)}</div>` : nothing}`,
    );
  }
}

customElements.define("hearth-light-tile", LightTile);
