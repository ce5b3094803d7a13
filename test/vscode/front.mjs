// A web server on loopback that serves folders and hands everything else, WebSockets too, to the VS Code server.
// The web-worker extension host loads extensions only from the workbench's own origin, hence one address for both.
import { createReadStream, existsSync, statSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";

const TYPES = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** `folders` maps the first part of a path to a folder of the disk. */
export async function startFront(server, folders) {
  const [host, port] = server.authority.split(":");
  const front = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://front");
    const [, first, ...rest] = decodeURIComponent(pathname).split("/");
    if (folders[first]) {
      sendFile(request, response, path.join(folders[first], path.normalize(`/${rest.join("/")}`)));
      return;
    }
    const { url, method, headers } = request;
    const onward = http.request({ host, port, path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  front.on("upgrade", (request, socket, head) => {
    const onward = net.connect(Number(port), host, () => {
      const pairs = request.rawHeaders.map((word, position) => (position % 2 === 0 ? `${word}: ` : `${word}\r\n`));
      onward.write(`${request.method} ${request.url} HTTP/1.1\r\n${pairs.join("")}\r\n`);
      onward.write(head);
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  await new Promise((resolve) => front.listen(0, "127.0.0.1", resolve));
  const authority = `127.0.0.1:${front.address().port}`;
  return { url: `http://${authority}`, authority, stop: () => front.close() };
}

function sendFile(request, response, file) {
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[path.extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}
