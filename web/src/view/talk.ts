// <hearth-talk>: a sentence to the home, what it answers, and what it asks back.
import { LitElement, css, html, nothing, type PropertyValues } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Area } from "../api/types";
import type { Deeds } from "../session/deeds";
import type { Line } from "../store/state";
import { icon } from "./icons";
import { basics, buttons, card } from "./shared_styles";

const EXAMPLES = ["dim the living room lights to 40 percent", "which lights are on", "set a timer for 5 minutes"];

class Talk extends LitElement {
  static override styles = [
    basics,
    card,
    buttons,
    css`
    header {
      align-items: center; display: flex; flex-wrap: wrap; gap: 6px 12px; justify-content: space-between;
      margin-bottom: 8px;
    }
    label.where { color: var(--soft); font-size: .87rem; }
    select {
      background: none; border: 1px solid var(--line); border-radius: 8px; max-width: 10rem; padding: 3px 6px;
    }
    .lines {
      display: flex; flex-direction: column; gap: 8px; max-height: 19rem; overflow-y: auto;
      overscroll-behavior: contain; padding: 4px 0 10px; scrollbar-width: thin;
    }
    .line { border-radius: 14px; max-width: 88%; padding: 7px 12px; overflow-wrap: anywhere; }
    .me { align-self: flex-end; background: var(--ember); border-bottom-right-radius: 4px; color: var(--on-ember); }
    .house { align-self: flex-start; background: var(--sunk); border-bottom-left-radius: 4px; }
    .failed { background: var(--bad-paper); color: var(--bad); }
    .house .choices, .acts { margin-top: 8px; }
    .acts { display: flex; gap: 4px; margin: 2px 0 -3px -6px; }
    .waiting { align-self: flex-start; color: var(--soft); font-size: .87rem; padding: 0 12px; }
    form { display: flex; gap: 8px; }
    input {
      background: var(--paper); border: 1px solid var(--edge); border-radius: 999px; flex: 1; min-height: 42px;
      min-width: 0; padding: 6px 16px;
    }
    input::placeholder { color: var(--soft); opacity: 1; }
    .send { align-items: center; display: flex; justify-content: center; min-height: 42px; padding: 0; width: 46px; }
    .examples { color: var(--soft); margin-bottom: 12px; }
    .examples p { margin-bottom: 6px; }
    .examples .plain { color: var(--ink); text-align: left; }
  `,
  ];
  static override properties = {
    lines: { attribute: false },
    areas: { attribute: false },
    deeds: { attribute: false },
    away: { type: Boolean },
  };
  declare lines: readonly Line[];
  declare areas: readonly Area[];
  declare deeds: Deeds;
  declare away: boolean;

  protected override render() {
    const waiting = this.lines.some((line) => line.waiting);
    return html`<section class="card" aria-labelledby="title">
      <header><h2 id="title">Talk</h2>${this.where()}</header>
      ${this.lines.length === 0 ? this.examples() : nothing}
      <div class="lines" role="log" aria-live="polite" aria-label="The talk"
        tabindex=${this.lines.length > 0 ? 0 : -1}
        ?hidden=${this.lines.length === 0}>
        ${repeat(
          this.lines,
          (line) => line.id,
          (line) => this.line(line),
        )}
        ${waiting ? html`<span class="waiting">…</span>` : nothing}
      </div>
      <form @submit=${this.submit}>
        <input type="text" name="text" maxlength="2000" autocomplete="off" autocapitalize="sentences"
          enterkeyhint="send"
          aria-label="Say something to the home" placeholder="Say something to the home">
        <button class="strong send" aria-label="Send" ?disabled=${this.away}>${icon("send")}</button>
      </form>
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("lines")) return;
    const log = this.renderRoot.querySelector(".lines");
    if (log) log.scrollTop = log.scrollHeight;
  }

  private where() {
    if (this.areas.length === 0) return nothing;
    const choose = (event: Event) => {
      this.deeds.area = (event.target as HTMLSelectElement).value || null;
    };
    return html`<label class="where">I am in <select @change=${choose} aria-label="The room you are in">
      <option value="">no special room</option>
      ${this.areas.map((area) => html`<option .selected=${area.name === this.deeds.area}>${area.name}</option>`)}
    </select></label>`;
  }

  private examples() {
    return html`<div class="examples"><p>Try, for example:</p><div class="choices">${EXAMPLES.map(
      (text) => html`
      <button class="plain" ?disabled=${this.away} @click=${() => void this.deeds.say(text)}>${text}</button>`,
    )}</div></div>`;
  }

  private line(line: Line) {
    const { plan } = line;
    if (line.who === "me") return html`<p class="line me"><span class="hidden">You: </span>${line.text}</p>`;
    return html`<div class=${`line house${line.failed ? " failed" : ""}`}>
      <p><span class="hidden">Hearth: </span>${line.text}</p>
      ${
        line.choices.length === 0
          ? nothing
          : html`<div class="choices">${line.choices.map(
              (choice, index) => html`
        <button class=${index === 0 ? "strong" : "plain"} ?disabled=${this.away}
          @click=${() => void this.deeds.choose(line, choice)}>${choice}</button>`,
            )}</div>`
      }
      ${
        plan === null || !line.undoable
          ? nothing
          : html`<div class="acts">
        <button class="link" ?disabled=${this.away} @click=${() => void this.deeds.undo(plan)}>Undo</button></div>`
      }
    </div>`;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector("input")!;
    const text = input.value.trim();
    if (text === "" || this.away) return;
    input.value = "";
    void this.deeds.say(text);
  }
}

customElements.define("hearth-talk", Talk);
