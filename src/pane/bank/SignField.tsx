import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { keyPrint, lockKey, makeSigningKey, SHORTEST_PASSPHRASE } from "../../pack/signature";
import { Bar } from "../parts/Bar";
import { Fold } from "../parts/Fold";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { keyIn } from "./packKey";
import { bankWords } from "./words";

/**
 * Who made a pack: a key pair of the user's own, made here. The private key never leaves this machine, and is kept only locked by
 * the passphrase; with it typed, the pack is signed.
 */
export function SignField({ passphrase, onPassphrase, wrong }: { readonly passphrase: string; readonly onPassphrase: (text: string) => void; readonly wrong: boolean }) {
  const { session, actions } = usePane();
  const surface = useSurface();
  const { sign } = bankWords(session.language);
  const [kept, keep] = useState(() => keyIn(actions.packKey()));
  const [making, make] = useState(false);
  if ((globalThis.crypto as Crypto | undefined)?.subtle === undefined) return null; // a page that is not served safely has none
  const begin = async (): Promise<void> => {
    make(true);
    try {
      const locked = await lockKey(globalThis.crypto, await makeSigningKey(globalThis.crypto), passphrase);
      actions.keepPackKey(JSON.stringify(locked));
      keep(locked);
    } finally {
      make(false);
    }
  };
  const forget = (): void => {
    actions.keepPackKey("");
    keep(undefined);
    onPassphrase("");
  };
  const short = passphrase.length < SHORTEST_PASSPHRASE;
  return (
    <Fold title={sign.title}>
      <div className={surface.tight}>
        <p className={surface.note}>{kept === undefined ? sign.none : sign.kept(keyPrint(kept.publicKey))}</p>
        <Field label={sign.passphrase} hint={kept === undefined ? sign.newHint : sign.hint} {...(wrong ? { validationMessage: sign.wrong } : {})}>
          <Input type="password" autoComplete="off" value={passphrase} onChange={(_, { value }) => onPassphrase(value)} />
        </Field>
        <div className={surface.row}>
          {kept === undefined
            ? <Button disabledFocusable={short || making} onClick={() => void begin()}>{sign.make}</Button>
            : <Button appearance="subtle" onClick={forget}>{sign.forget}</Button>}
        </div>
        {kept !== undefined && passphrase !== "" && !wrong && <Bar intent="info" role="status">{sign.will}</Bar>}
      </div>
    </Fold>
  );
}
