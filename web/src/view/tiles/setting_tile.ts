// A setting in a device's own words or numbers: a choice from a list, a level between two bounds.
import { css, html, nothing } from "lit";

import { textOf } from "../../words/value";
import { Tile } from "./tile";

class SettingTile extends Tile {
  static override styles = [
    ...Tile.styles,
    css`
    select {
      background: var(--card); border: 1px solid var(--line); border-radius: 8px; min-height: 34px; padding: 4px 8px;
      width: 100%;
    }
  `,
  ];

  protected override render() {
    const capability = this.state("option")?.settable ? "option" : "level";
    const state = this.state(capability);
    if (state === undefined) return nothing;
    const value = this.value(capability);
    return this.frame(
      false,
      this.pending(capability),
      html`
      <div class="face">${this.what("setting", textOf(capability, value, state.unit))}</div>
      <div class="more">${
        capability === "level"
          ? this.slider("level", "Level")
          : html`
        <select aria-label=${this.entity.name} ?disabled=${!this.usable}
          @change=${(event: Event) => this.set("option", (event.target as HTMLSelectElement).value)}>
          ${(state.options ?? []).map(
            (option) => html`
            <option value=${option} .selected=${option === value}>${textOf("", option)}</option>`,
          )}
        </select>`
      }</div>`,
    );
  }
}

customElements.define("hearth-setting-tile", SettingTile);
