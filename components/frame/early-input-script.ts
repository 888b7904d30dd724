/** What somebody did to a page before its scripts came, in the order of its doing. */
export type EarlyInput = {
  /** Controls that were typed into, chosen or marked, with what stood in them then. */
  readonly touched: Map<
    HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
    { value: string; checked: boolean }
  >;
  /** The last button that was pressed and did nothing. */
  pressed: HTMLButtonElement | null;
  stop(): void;
};

declare global {
  var earlyInput: EarlyInput | undefined;
}

/**
 * Runs before anything of the page is drawn, hence in old words and in the page itself. A button that sends a form works
 * without scripts, or React sends it later by itself. React writes into a textarea, when it takes it over, what the page
 * came with (`initTextarea`); that one time what was typed is kept from it, since writing ends what an input method does.
 */
export const EARLY_INPUT_SCRIPT = `(function () {
  var touched = new Map();
  var early = {
    touched: touched,
    pressed: null,
    stop: function () {
      removeEventListener('input', touch, true);
      removeEventListener('change', touch, true);
      removeEventListener('click', press, true);
    },
  };
  function touch(event) {
    var control = event.target;
    if (!/^(INPUT|TEXTAREA|SELECT)$/.test(control.tagName)) return;
    touched.set(control, { value: control.value, checked: control.checked === true });
    if (control.tagName === 'TEXTAREA' && control.defaultValue && !control.hasOwnProperty('value')) keep(control);
  }
  function keep(control) {
    var value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    Object.defineProperty(control, 'value', {
      configurable: true,
      get: value.get,
      set: function () {
        delete control.value;
      },
    });
  }
  function press(event) {
    var button = event.target.closest && event.target.closest('button');
    if (button && !button.disabled && button.type === 'button') early.pressed = button;
  }
  addEventListener('input', touch, true);
  addEventListener('change', touch, true);
  addEventListener('click', press, true);
  globalThis.earlyInput = early;
})();`;
