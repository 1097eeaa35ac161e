// The mock home by itself, to develop the page with.
import { bustle, MockServer } from "./server";

const [folder, port] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: mock FOLDER-OF-THE-BUILT-PAGE [PORT]");
  process.exit(2);
}
const server = new MockServer(folder);
void server.start(Number(port ?? 8421)).then(() => {
  bustle(server.house, 20);
  console.log(`${server.address}#token=${server.token}`);
});
