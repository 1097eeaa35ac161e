// <hearth-readings>: what the sensors of a room say, each with its unit and its age.
import { LitElement, css, html, nothing } from "lit";

import { isUpkeep, type Reading, readingsOf, type Room } from "../store/rooms";
import { alarming, labelOf, stateText } from "../words/value";
import { basics } from "./shared_styles";
import "./time_text";

class Readings extends LitElement {
  static override styles = [
    basics,
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
  static override properties = { room: { attribute: false } };
  declare room: Room;

  protected override render() {
    const all = this.room.entities.flatMap(readingsOf);
    const shown = all.filter((one) => !isUpkeep(one) || alarming(one.capability, one.state.value));
    const rest = all.filter((one) => !shown.includes(one));
    const several = (one: Reading) =>
      shown.filter((other) => other.entity === one.entity && !isUpkeep(other)).length > 1;
    const row = (one: Reading) => this.row(one, isUpkeep(one) || several(one));
    return html`
      ${shown.length > 0 ? html`<ul>${shown.map(row)}</ul>` : nothing}
      ${
        rest.length > 0
          ? html`<details><summary>Batteries and signal (${rest.length})</summary>
        <ul>${rest.map(row)}</ul></details>`
          : nothing
      }`;
  }

  private row({ entity, capability, state }: Reading, labelled: boolean) {
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
