// A lock. Locking is a tap; before unlocking the home asks, and the question stands in the tile.
import { css, html } from "lit";

import { Tile } from "./tile";

class LockTile extends Tile {
  static override styles = [
    ...Tile.styles,
    css`
    .more .plain { width: 100%; }
  `,
  ];

  protected override render() {
    const value = this.value("lock");
    const jammed = this.state("jammed")?.value === true;
    const locked = value === true;
    const text = jammed ? "jammed" : value === null ? "unknown" : locked ? "locked" : "unlocked";
    return this.frame(
      value === false && this.entity.available,
      this.pending("lock"),
      html`
      <div class="face">${this.what(locked ? "lock" : "unlock", text)}</div>
      <div class="more">
        <button class="plain" aria-label=${`${locked ? "Unlock" : "Lock"} ${this.entity.name}`}
          ?disabled=${!this.usable || this.question !== undefined} @click=${() => this.set("lock", !locked)}>
          ${locked ? "Unlock…" : "Lock"}</button>
      </div>`,
    );
  }
}

customElements.define("hearth-lock-tile", LockTile);
