// A blind, a shutter, a garage door: open, close, and anything between.
import { css, html, nothing } from "lit";

import { Tile } from "./tile";

class CoverTile extends Tile {
  static override styles = [
    ...Tile.styles,
    css`
    .row .plain { flex: 1; padding: 4px 8px; }
  `,
  ];

  protected override render() {
    const position = this.value("position");
    const open = typeof position === "number" && position > 0;
    const text =
      typeof position !== "number"
        ? "unknown"
        : position <= 0
          ? "closed"
          : position >= 100
            ? "open"
            : `${Math.round(position)} % open`;
    const secure = this.entity.tier === "secure";
    return this.frame(
      open && secure && this.entity.available,
      this.pending("position"),
      html`
      <div class="face">${this.what("cover", text)}</div>
      <div class="more">
        ${secure ? nothing : this.slider("position", "Position")}
        <div class="row">
          <button class="plain" aria-label=${`Open ${this.entity.name}`} ?disabled=${!this.usable || position === 100}
            @click=${() => this.set("position", 100)}>Open</button>
          <button class="plain" aria-label=${`Close ${this.entity.name}`} ?disabled=${!this.usable || position === 0}
            @click=${() => this.set("position", 0)}>Close</button>
        </div>
      </div>`,
    );
  }
}

customElements.define("hearth-cover-tile", CoverTile);
