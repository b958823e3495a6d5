/** The model server: where it is, its key (which goes in and never comes out), models, prices, budget; and a check. */
import { useState } from 'preact/hooks';
import type { FindingView, ModelSettingsView, ModelsWish } from '../../town/generated.ts';
import { reasonOf, type MindsLedger } from '../../town/minds.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';

export function ModelForm({ ledger }: { ledger: MindsLedger }) {
  const models = ledger.models.value;
  const says = words().minds.server;
  if (models === null) return <p class="quiet">{says.looking}</p>;
  return (
    <section aria-label={says.title}>
      <h2>{says.title}</h2>
      <p class="quiet">{says.sources[models.source]}</p>
      {models.fault !== null && (
        <p class="wrong" role="alert">
          {models.fault}
        </p>
      )}
      <Form ledger={ledger} now={models.settings} />
    </section>
  );
}

function Form({ ledger, now }: { ledger: MindsLedger; now: ModelSettingsView | null }) {
  const says = words().minds.server;
  const [note, setNote] = useState<{ fine: boolean; words: string } | null>(null);
  const [findings, setFindings] = useState<readonly FindingView[]>([]);
  const [busy, setBusy] = useState(false);
  const price = now === null ? undefined : now.prices[now.model];
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setNote(null);
    setFindings([]);
    try {
      await work();
    } catch (error) {
      setNote({ fine: false, words: reasonOf(error) });
    }
    setBusy(false);
  };
  const save = (form: HTMLFormElement) =>
    run(async () => {
      const outcome = await ledger.save(wishOf(new FormData(form), now));
      // The key is not kept in the page once it has gone in.
      if (outcome.done) form.querySelectorAll<HTMLInputElement>('[type=password]').forEach((one) => (one.value = ''));
      setNote(outcome.done ? { fine: true, words: says.saved } : { fine: false, words: outcome.reason });
    });
  const check = () =>
    run(async () => {
      const { fine, findings: found } = await ledger.check();
      setFindings(found);
      setNote({ fine, words: fine ? says.fine : says.wrong });
    });
  const forget = (form: HTMLFormElement | null) =>
    run(async () => {
      const outcome = await ledger.forget();
      if (outcome.done) form?.reset();
      setNote(outcome.done ? { fine: true, words: says.forgotten } : { fine: false, words: outcome.reason });
    });
  return (
    <form
      class="model-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget);
      }}
      onChange={({ target, currentTarget }) => {
        // What a model costs says nothing of another.
        if (target instanceof HTMLInputElement && target.name === 'model')
          showPrices(currentTarget, target.value.trim(), now);
      }}
    >
      <Text name="base_url" label={says.address} value={now?.base_url ?? 'http://127.0.0.1:11434/v1'} required />
      <Field label={says.key}>
        {(id) => (
          <input
            id={id}
            name="api_key"
            type="password"
            autoComplete="off"
            placeholder={now?.api_key.set === true ? says.keySet(now.api_key.ending) : says.keyNone}
          />
        )}
      </Field>
      <Text name="model" label={says.model} value={now?.model ?? ''} required />
      <Text name="cheap_model" label={says.cheapModel} value={now?.cheap_model ?? ''} />
      <Text name="embedding_model" label={says.embeddingModel} value={now?.embedding_model ?? ''} />
      <div class="pair">
        <Count name="price_in" label={says.priceIn} value={price?.input ?? null} />
        <Count name="price_out" label={says.priceOut} value={price?.output ?? null} />
        <Count name="tokens_per_day" label={says.tokensPerDay} value={now?.tokens_per_day ?? null} />
        <Count name="money_per_day" label={says.moneyPerDay} value={now?.money_per_day ?? null} />
        <Count name="slots" label={says.slots} value={now?.slots ?? 8} />
        <Count name="calls_per_minute" label={says.callsPerMinute} value={now?.calls_per_minute ?? null} />
      </div>
      <div class="buttons">
        <button class="speak" disabled={busy}>
          {says.save}
        </button>
        <button class="key" type="button" disabled={busy || now === null} onClick={() => void check()}>
          {says.check}
        </button>
        <button
          class="plain"
          type="button"
          disabled={busy || now === null}
          onClick={(event) => void forget(event.currentTarget.form)}
        >
          {says.forget}
        </button>
      </div>
      <div role="status">
        {note !== null && <p class={note.fine ? 'right' : 'wrong'}>{note.words}</p>}
        <ul class="findings">
          {findings.map(({ part, fine, words: finding }) => (
            <li key={part} class={fine ? 'right' : 'wrong'}>
              {fine ? '✓' : '✗'} <b>{part}:</b> {finding}
            </li>
          ))}
        </ul>
      </div>
    </form>
  );
}

/** Puts the known prices of `model` into the form; none, where none are known. */
function showPrices(form: HTMLFormElement, model: string, now: ModelSettingsView | null): void {
  const price = now?.prices[model];
  for (const [name, value] of [
    ['price_in', price?.input],
    ['price_out', price?.output],
  ] as const) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value === undefined ? '' : String(value);
  }
}

function Text({
  name,
  label,
  value,
  required = false,
}: {
  name: string;
  label: string;
  value: string;
  required?: boolean;
}) {
  return (
    <Field label={label}>
      {(id) => (
        <input id={id} name={name} defaultValue={value} required={required} maxLength={2000} autoComplete="off" />
      )}
    </Field>
  );
}

function Count({ name, label, value }: { name: string; label: string; value: number | null }) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          name={name}
          type="number"
          min="0"
          step="any"
          defaultValue={value === null ? '' : String(value)}
        />
      )}
    </Field>
  );
}

/** What the form says; what it does not speak of stays as it is. */
function wishOf(form: FormData, now: ModelSettingsView | null): ModelsWish {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const count = (name: string) => (text(name) === '' ? null : Number(text(name)));
  const model = text('model');
  const key = text('api_key');
  const [input, output] = [count('price_in'), count('price_out')];
  const others = Object.entries(now?.prices ?? {}).filter(([name]) => name !== model);
  const cached = now?.prices[model]?.cached ?? null;
  const own =
    input === null && output === null ? [] : [[model, { input: input ?? 0, cached, output: output ?? 0 }] as const];
  const prices = Object.fromEntries([...others, ...own]);
  return {
    base_url: text('base_url'),
    ...(key === '' ? {} : { api_key: key }),
    model,
    cheap_model: text('cheap_model') || null,
    models: now?.models ?? {},
    embedding_model: text('embedding_model') || null,
    prices,
    reasoning_effort: now?.reasoning_effort ?? null,
    timeout_s: now?.timeout_s ?? 60,
    slots: count('slots') ?? 8,
    calls_per_minute: count('calls_per_minute'),
    tokens_per_day: count('tokens_per_day'),
    money_per_day: count('money_per_day'),
  };
}
