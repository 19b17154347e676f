// Passkeys for the pages that have a form marked data-passkey: asks the server what to ask, the device for the answer, and submits the form with it.
// The forms are hidden until this has found out that the browser can do it; without it every page has another way.

const again = 4 * 60 * 1000; // The server's question is good for five minutes.

async function question(form) {
  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  const answer = await fetch(form.dataset.question, { method: "POST", headers: { RequestVerificationToken: token } });
  if (answer.status === 409) {
    // Who sits here has to be proved again first; the page itself leads to where.
    location.assign(location.href);
    return new Promise(() => {});
  }
  if (!answer.ok) {
    throw new Error(`The question was refused: ${answer.status}`);
  }
  return answer.json();
}

function submit(form, credential) {
  form.querySelector("[name$=redential]").value = JSON.stringify(credential);
  form.submit();
}

async function create(form) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await question(form));
  submit(form, await navigator.credentials.create({ publicKey }));
}

async function get(form, conditions) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await question(form));
  submit(form, await navigator.credentials.get({ publicKey, ...conditions }));
}

/** The browser offers passkeys in the list under the name field, until somebody presses the button instead. */
function offer(form) {
  let waiting;
  const ask = () => {
    waiting?.abort();
    waiting = new AbortController();
    get(form, { mediation: "conditional", signal: waiting.signal }).catch(() => {});
  };
  ask();
  const timer = setInterval(ask, again);
  return () => {
    clearInterval(timer);
    waiting.abort();
  };
}

async function enhance(form) {
  form.hidden = false;
  const conditional = "conditional" in form.dataset && (await PublicKeyCredential.isConditionalMediationAvailable?.());
  const stop = conditional ? offer(form) : () => {};
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    stop();
    const failed = form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    try {
      await (form.dataset.passkey === "create" ? create(form) : get(form));
    } catch {
      failed.hidden = false;
    }
  });
}

const possible = window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined;
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (possible) {
    enhance(form);
  }
}
for (const notice of document.querySelectorAll("[data-passkey-missing]")) {
  notice.hidden = possible;
}
