// <hearth-time>: a time that keeps itself true: "4 min ago", or what is left of it, or the hour.
import { LitElement, html } from "lit";

import { age, ago, clockTime, countdown } from "../words/age";
import { houseClock } from "./house_clock";

export class TimeText extends LitElement {
  static override properties = { at: {}, as: {} };
  declare at: string | number | undefined; ///< ISO 8601, or ms
  declare as: "age" | "ago" | "left" | "clock";
  private unwatch: (() => void) | null = null;
  private shown = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = houseClock.watch(() => {
      if (this.text() !== this.shown) this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  private text(): string {
    if (this.at === undefined) return "";
    const at = typeof this.at === "number" ? this.at : Date.parse(this.at);
    const now = houseClock.now();
    switch (this.as) {
      case "left":
        return countdown(at - now);
      case "clock":
        return clockTime(at, now);
      case "ago":
        return ago(now - at);
      default:
        return age(now - at);
    }
  }

  protected override render() {
    this.shown = this.text();
    const exact = this.at === undefined ? "" : new Date(this.at).toLocaleString();
    return html`<span title=${exact}>${this.shown}</span>`;
  }
}

customElements.define("hearth-time", TimeText);
