// A thermostat: how warm it is, how warm it shall be.
import { css, html, nothing } from "lit";

import { textOf } from "../../words/value";
import { Tile } from "./tile";

class ClimateTile extends Tile {
  static override styles = [
    ...Tile.styles,
    css`
    .row { justify-content: space-between; }
    .step {
      border-radius: 50%; font-size: 1.2rem; height: 38px; line-height: 1; min-height: 0; padding: 0;
      width: 38px;
    }
    .target { font-size: 1.15rem; font-weight: 650; font-variant-numeric: tabular-nums; }
    select {
      background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin-top: 8px; min-height: 34px;
      padding: 4px 8px; width: 100%;
    }
  `,
  ];

  private timer: number | null = null;
  private chosen: number | null = null;

  /** Several steps in a row become one wish: the last. */
  private nudge(by: number): void {
    const state = this.state("target_temperature")!;
    const from = this.chosen ?? this.value("target_temperature");
    const low = state.low ?? 5,
      high = state.high ?? 30;
    this.chosen = Math.min(high, Math.max(low, (typeof from === "number" ? from : 20) + by));
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = null;
      if (this.chosen !== null) this.set("target_temperature", this.chosen);
      this.chosen = null;
    }, 700);
    this.requestUpdate();
  }

  protected override render() {
    const state = this.state("target_temperature")!;
    const target = this.chosen ?? this.value("target_temperature");
    const step = Math.max(0.5, state.step ?? 0.5);
    const action = this.state("thermostat_action")?.value;
    const now = this.state("temperature")?.value ?? null;
    const heats = action === "heating";
    const text = [
      now !== null ? `now ${textOf("temperature", now, "°C")}` : "",
      typeof action === "string" ? action : "",
    ];
    const waiting = this.chosen !== null || this.pending("target_temperature", "thermostat_mode");
    return this.frame(
      heats && this.entity.available,
      waiting,
      html`
      <div class="face">${this.what("climate", text.filter(Boolean).join(" · ") || "thermostat")}</div>
      <div class="more">
        <div class="row" role="group" aria-label=${`Set point of ${this.entity.name}`}>
          <button class="plain step" aria-label="Cooler" ?disabled=${!this.usable}
            @click=${() => this.nudge(-step)}>−</button>
          <span class="target" role="status">${textOf("target_temperature", target, "°C")}</span>
          <button class="plain step" aria-label="Warmer" ?disabled=${!this.usable}
            @click=${() => this.nudge(step)}>+</button>
        </div>
        ${this.modes()}
      </div>`,
    );
  }

  private modes() {
    const state = this.state("thermostat_mode");
    if (!state?.settable || !state.options || state.options.length < 2) return nothing;
    const mode = this.value("thermostat_mode");
    return html`<select aria-label=${`Mode of ${this.entity.name}`} ?disabled=${!this.usable}
      @change=${(event: Event) => this.set("thermostat_mode", (event.target as HTMLSelectElement).value)}>
      ${state.options.map((option) => html`
        <option value=${option} .selected=${option === mode}>${textOf("", option)}</option>`)}
    </select>`;
  }
}

customElements.define("hearth-climate-tile", ClimateTile);
