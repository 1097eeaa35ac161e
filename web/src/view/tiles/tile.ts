// What every tile shares: the thing it stands for, what was asked of it, and the question it may have to ask first.
import { LitElement, css, html, nothing, type TemplateResult } from "lit";

import type { CapabilityState, Entity, Value } from "../../api/types";
import type { Deeds } from "../../session/deeds";
import { type Tap, tapKey, type TapQuestion } from "../../store/state";
import { type IconName, icon } from "../icons";
import { basics, buttons } from "../shared_styles";

type Known = Exclude<Value, null>;

export const tileStyles = css`
  :host { display: block; min-width: 0; }
  .tile {
    background: var(--sunk);
    border: 1px solid transparent;
    border-radius: 12px;
    height: 100%;
    overflow: hidden;
    position: relative;
    transition: background-color .2s, border-color .2s;
  }
  .tile.lit { background: var(--glow); border-color: var(--glow-line); }
  .tile.gone { background: none; border: 1px dashed var(--edge); }
  .face {
    align-items: center;
    background: none;
    border: 0;
    border-radius: 12px;
    color: inherit;
    display: flex;
    gap: 8px;
    min-height: 54px;
    padding: 8px 10px;
    text-align: left;
    width: 100%;
  }
  .face:focus-visible { outline-offset: -3px; }
  button.face:hover:enabled { background: color-mix(in srgb, var(--ink) 5%, transparent); }
  .face:disabled { opacity: 1; }
  .sign { color: var(--soft); flex: none; }
  .lit .sign { color: var(--glow-ink); }
  .what { min-width: 0; }
  .name { display: block; font-weight: 600; line-height: 1.25; hyphens: auto; overflow-wrap: anywhere; }
  .state { color: var(--soft); display: block; font-size: .87rem; }
  .lit .state { color: var(--glow-ink); }
  .pending .state::after { content: " …"; }
  .gone .name { color: var(--soft); }
  .more { padding: 0 10px 8px; }
  input[type="range"] {
    --track: linear-gradient(to right, var(--fill, var(--edge)) var(--part, 0%), var(--rest) 0);
    --rest: color-mix(in srgb, var(--ink) 16%, transparent);
    appearance: none; background: none; cursor: pointer; display: block; height: 28px; margin: 0; width: 100%;
  }
  input[type="range"]:disabled { cursor: default; opacity: .5; }
  .lit input[type="range"] { --fill: var(--ember); }
  input::-webkit-slider-runnable-track { background: var(--track); border-radius: 3px; height: 6px; }
  input::-moz-range-track { background: var(--track); border-radius: 3px; height: 6px; }
  input::-webkit-slider-thumb {
    appearance: none; background: var(--card); border: 2px solid var(--fill, var(--edge)); border-radius: 50%;
    height: 18px;    margin-top: -6px; width: 18px;
  }
  input::-moz-range-thumb {
    background: var(--card); border: 2px solid var(--fill, var(--edge)); border-radius: 50%; height: 14px;
    width: 14px;
  }
  .question { border-top: 1px solid var(--line); padding: 10px 10px 12px; }
  .question p { font-weight: 600; margin-bottom: 8px; }
  .row { align-items: center; display: flex; gap: 6px; }
  @media (prefers-reduced-motion: reduce) { .tile { transition: none; } }
`;

export abstract class Tile extends LitElement {
  static override styles = [basics, buttons, tileStyles];
  static override properties = {
    entity: { attribute: false },
    taps: { attribute: false },
    question: { attribute: false },
    deeds: { attribute: false },
    away: { type: Boolean },
  };
  declare entity: Entity;
  declare taps: ReadonlyMap<string, Tap>;
  declare question: TapQuestion | undefined;
  declare deeds: Deeds;
  declare away: boolean; ///< no daemon to carry anything out

  protected state(capability: string): CapabilityState | undefined {
    return this.entity.states[capability];
  }

  /** What was asked for and is on its way, else what the device last said. */
  protected value(capability: string): Value {
    const tap = this.taps.get(tapKey(this.entity.entity, capability));
    return tap !== undefined ? tap.value : (this.state(capability)?.value ?? null);
  }

  protected pending(...capabilities: string[]): boolean {
    return capabilities.some((capability) => this.taps.has(tapKey(this.entity.entity, capability)));
  }

  protected set(capability: string, value: Known): void {
    void this.deeds.tap(this.entity.entity, capability, value);
  }

  protected get usable(): boolean {
    return this.entity.available && !this.away;
  }

  protected what(sign: IconName, text: string): TemplateResult {
    return html`<span class="sign">${icon(sign, 22)}</span>
      <span class="what"><span class="name">${this.entity.name}</span>
        <span class="state">${this.entity.available ? text : "not reachable"}</span></span>`;
  }

  protected frame(lit: boolean, pending: boolean, inside: unknown): TemplateResult {
    const states = ["tile", lit && "lit", pending && "pending", !this.entity.available && "gone"];
    return html`<div class=${states.filter(Boolean).join(" ")}>${inside}${this.asking()}</div>`;
  }

  private asking(): TemplateResult | typeof nothing {
    const { question } = this;
    if (question === undefined) return nothing;
    const answer = (choice: string) => void this.deeds.answerTap(this.entity.entity, question, choice);
    return html`<div class="question" role="group" aria-label=${`A question about ${this.entity.name}`}>
      <p role="alert">${question.text}</p>
      <div class="choices">${question.choices.map(
        (choice, index) => html`
        <button class=${index === 0 ? "strong" : "plain"} ?disabled=${this.away}
          @click=${() => answer(choice)}>${choice}</button>`,
      )}
      </div></div>`;
  }

  /** A slider that sends when it is let go of, not on the way. `low` to `high` where the device told no bounds. */
  protected slider(capability: string, label: string, low = 0, high = 100): TemplateResult {
    const state = this.state(capability)!;
    const value = this.value(capability);
    const shown = typeof value === "number" ? value : low;
    const send = (event: Event) => this.set(capability, Number((event.target as HTMLInputElement).value));
    const slide = (event: Event) => fill(event.target as HTMLInputElement);
    return html`<input type="range" aria-label=${`${label} of ${this.entity.name}`}
      aria-valuetext=${`${Math.round(shown)} ${state.unit ?? ""}`}
      min=${state.low ?? low} max=${state.high ?? high} step=${state.step || 1} .value=${String(shown)}
      ?disabled=${!this.usable} @input=${slide} @change=${send}>`;
  }

  protected override updated(): void {
    this.renderRoot.querySelectorAll<HTMLInputElement>("input[type=range]").forEach(fill);
  }
}

/** Colours the part of the track that is behind the thumb. */
function fill(slider: HTMLInputElement): void {
  const low = Number(slider.min),
    high = Number(slider.max);
  const part = high > low ? ((Number(slider.value) - low) / (high - low)) * 100 : 0;
  slider.style.setProperty("--part", `${part.toFixed(1)}%`);
}
