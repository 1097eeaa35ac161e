// <hearth-token-form>: asks for the token by which the daemon lets this browser in.
import { LitElement, css, html, nothing } from "lit";

import { isToken, tokenIn } from "../api/token";
import { flame } from "./icons";
import { basics, buttons, card } from "./shared_styles";

class TokenForm extends LitElement {
  static override styles = [
    basics,
    card,
    buttons,
    css`
    .card { margin: 12vh auto 0; max-width: 27rem; padding: 26px 28px 28px; }
    h1 { align-items: center; display: flex; font-size: 1.3rem; gap: 10px; margin-bottom: 10px; }
    p { color: var(--soft); margin-bottom: 14px; }
    .bad { color: var(--bad); font-weight: 600; }
    label { display: block; font-weight: 600; margin-bottom: 6px; }
    input {
      background: var(--paper); border: 1px solid var(--edge); border-radius: 10px; min-height: 44px;
      padding: 6px 14px; width: 100%;
    }
    .strong { margin-top: 14px; min-height: 42px; width: 100%; }
    code { background: var(--sunk); border-radius: 4px; padding: 1px 5px; }
  `,
  ];
  static override properties = { refused: { type: Boolean }, wrong: { state: true }, enter: { attribute: false } };
  declare refused: boolean;
  declare wrong: boolean;
  declare enter: (token: string) => void;

  protected override render() {
    const message = this.wrong
      ? "That does not look like a token."
      : this.refused
        ? "The daemon did not take that token."
        : "";
    return html`<main class="card">
      <h1>${flame()} Hearth</h1>
      <p>This home lets in who has its token. <code>hearthd</code> prints an address that ends in it when it starts; the
        token also stands in the file that its configuration names, usually <code>secrets/web.token</code>.</p>
      ${message ? html`<p class="bad" role="alert">${message}</p>` : nothing}
      <form @submit=${this.submit}>
        <label for="token">Token, or the whole address</label>
        <input id="token" type="password" autocomplete="current-password" autofocus required
          aria-invalid=${message !== ""}>
        <button class="strong">Enter</button>
      </form></main>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector("input")?.focus();
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const text = this.renderRoot.querySelector("input")!.value.trim();
    const hash = text.indexOf("#");
    const token = hash >= 0 ? tokenIn(text.slice(hash)).token : text;
    this.wrong = token === null || !isToken(token);
    if (token !== null && !this.wrong) this.enter(token);
  }
}

customElements.define("hearth-token-form", TokenForm);
