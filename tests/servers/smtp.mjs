// A real SMTP server for the tests. Settings come as JSON in the first argument: {"key","cert","user","password"}; without a key there is no TLS.
// Prints {"port":…} once it listens, then one JSON line for each mail it took. Some recipients behave badly on purpose.
import { SMTPServer } from "smtp-server";

const { key, cert, user, password } = JSON.parse(process.argv[2] ?? "{}");
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const refuse = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  key,
  cert,
  disabledCommands: key ? [] : ["STARTTLS"],
  authOptional: !user,
  allowInsecureAuth: true,
  logger: false,
  onAuth(auth, _session, done) {
    done(...(auth.username === user && auth.password === password ? [null, { user }] : [refuse(535, "wrong password")]));
  },
  onRcptTo(address, _session, done) {
    const name = address.address.split("@")[0];
    if (name === "khong-co") {
      done(refuse(550, "no such mailbox"));
    } else if (name === "thu-lai") {
      done(refuse(451, "try again later"));
    } else if (name !== "cham") {
      done();
    }
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      say({ from: mailFrom.address, to: rcptTo.map((to) => to.address), secure: session.secure, user: session.user ?? null, raw: Buffer.concat(parts).toString("base64") });
      done();
    });
  },
});

server.on("error", () => {});
server.listen(0, "127.0.0.1", function () {
  say({ port: this.address().port });
});
// Whoever started it holds its input open; a test that dies leaves no server behind.
process.stdin.on("end", () => process.exit(0)).resume();
