// <hearth-readings>: what the sensors of a room say, each with its unit and its age.
import { LitElement, css, html, nothing } from "lit";

import { type LabelledReading, readingsIn, type Room } from "../store/rooms";
import { alarming, labelOf, stateText } from "../words/value";
import { basics, buttons } from "./shared_styles";
import "./time_text";

/** How many readings a room shows at once. */
const MOST = 24;

class Readings extends LitElement {
  static override styles = [
    basics,
    buttons,
    css`
    li, summary { align-items: baseline; display: flex; gap: 8px; padding: 4px 0; }
    li + li { border-top: 1px solid var(--line); }
    .label { color: var(--soft); flex: 1; min-width: 0; overflow-wrap: anywhere; }
    .value { font-weight: 600; font-variant-numeric: tabular-nums; text-align: right; }
    .alarm .value { color: var(--bad); }
    .gone .value { color: var(--soft); font-weight: 400; }
    hearth-time {
      color: var(--soft); flex: none; font-size: .82rem; min-width: 3.4em; text-align: right;
      white-space: nowrap;
    }
    summary { color: var(--soft); cursor: pointer; font-size: .87rem; list-style-position: inside; }
    summary::before { content: "+"; font-weight: 700; }
    details[open] summary::before { content: "−"; }
    summary::-webkit-details-marker { display: none; }
  `,
  ];
  static override properties = { room: { attribute: false }, whole: { state: true }, upkeep: { state: true } };
  declare room: Room;
  declare whole: boolean; ///< all of them, however many
  declare upkeep: boolean; ///< batteries and the like

  constructor() {
    super();
    this.whole = false;
    this.upkeep = false;
  }

  protected override render() {
    const { shown, upkeep } = readingsIn(this.room, alarming);
    // A room of a thousand sensors must not hold up the page; one more than shown is no reason for a button.
    const some = this.whole || shown.length <= MOST + 1 ? shown : shown.slice(0, MOST);
    const open = (event: Event) => {
      this.upkeep = (event.target as HTMLDetailsElement).open;
    };
    return html`
      ${some.length === 0 ? nothing : html`<ul>${some.map((one) => this.row(one))}</ul>`}
      ${
        some.length === shown.length
          ? nothing
          : html`<button class="link" @click=${() => (this.whole = true)}>Show all ${shown.length}</button>`
      }
      ${
        upkeep.length === 0
          ? nothing
          : html`<details @toggle=${open}><summary>Batteries and signal (${upkeep.length})</summary>
        ${this.upkeep ? html`<ul>${upkeep.map((one) => this.row(one))}</ul>` : nothing}</details>`
      }`;
  }

  private row({ entity, capability, state, labelled }: LabelledReading) {
    const name = labelled ? `${entity.name} · ${labelOf(capability).toLowerCase()}` : entity.name;
    const classes = [alarming(capability, state.value) && "alarm", !entity.available && "gone"]
      .filter(Boolean)
      .join(" ");
    return html`<li class=${classes}>
      <span class="label">${name}</span>
      <span class="value">${entity.available ? stateText(capability, state) : "not reachable"}</span>
      ${state.seen === undefined ? html`<span></span>` : html`<hearth-time .at=${state.seen} as="age"></hearth-time>`}
    </li>`;
  }
}

customElements.define("hearth-readings", Readings);
