"""MQTT as bytes: a publisher that is only fast, and a line between a client and its broker that can be bad.

Packets as in MQTT 3.1.1 and 5.0, chapter 2 (docs.oasis-open.org/mqtt); what is inside of them is passed on unread, but
for the topic of a PUBLISH.
"""
import random
import socket
import threading
import time

PUBLISH = 3


def length_bytes(size: int) -> bytes:
    out = bytearray()
    while True:
        size, digit = divmod(size, 128)
        out.append(digit | (128 if size else 0))
        if not size:
            return bytes(out)


def packet(first: int, body: bytes) -> bytes:
    return bytes([first]) + length_bytes(len(body)) + body


def text(value: str) -> bytes:
    raw = value.encode()
    return len(raw).to_bytes(2, "big") + raw


def publish(topic: str, payload: str, retain: bool = False) -> bytes:
    """Of quality 0."""
    return packet(PUBLISH << 4 | (1 if retain else 0), text(topic) + payload.encode())


def split(data: bytearray):
    """Takes the whole packets off the front of what has come so far."""
    packets = []
    while len(data) >= 2:
        size, digits = 0, 0
        while digits < 4 and 1 + digits < len(data):
            digit = data[1 + digits]
            size |= (digit & 127) << 7 * digits
            digits += 1
            if digit < 128:
                break
        else:
            break  # the length itself is not all here
        end = 1 + digits + size
        if len(data) < end:
            break
        packets.append(bytes(data[:end]))
        del data[:end]
    return packets


def content(published: bytes) -> tuple[str, str]:
    """Topic and payload of an MQTT 5 PUBLISH, which is what the daemon speaks to a broker that does."""
    at = 1
    while published[at] & 128:
        at += 1
    size = int.from_bytes(published[at + 1:at + 3], "big")
    topic, at = published[at + 3:at + 3 + size], at + 3 + size
    at += 2 if published[0] & 6 else 0  # its number
    return topic.decode(errors="replace"), published[at + 1 + published[at]:].decode(errors="replace")


class Publisher:
    """One client of a broker on loopback that hears nothing. Raises OSError when the broker does not take it."""

    def __init__(self, port: int, name: str):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.sendall(packet(0x10, text("MQTT") + bytes([4, 2, 0, 0]) + text(name)))
        if self.socket.recv(4)[3:] != b"\0":
            raise OSError("the broker refused the publisher")

    def send(self, packets: bytes):
        self.socket.sendall(packets)

    def close(self):
        self.socket.sendall(b"\xe0\0")
        self.socket.close()


class BadLine:
    """A port that passes on to a broker. While `ill` is set, whole PUBLISH packets are lost, doubled or overtaken, each
    with that chance, in both directions; everything else passes. Thread-safe; use as a context."""

    def __init__(self, broker_port: int, seed: int):
        self.broker_port, self.dice, self.lock = broker_port, random.Random(seed), threading.Lock()
        self.ill = {}  # "drop", "double", "overtake": chance
        self.done = {"drop": 0, "double": 0, "overtake": 0}
        self.doubled = []  # (topic, payload) of commands that reached the broker a second time, by our doing
        self.last, self.again, self.connections = {}, 0, 0  # each topic's newest command: payload, connection
        self.ends, self.closing = [], False
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.closing = True
        self.listener.close()
        self.cut()

    def cut(self):
        """Every connection ends now, without a word."""
        with self.lock:
            ends, self.ends = self.ends, []
        for end in ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            end.close()

    def accept(self):
        while not self.closing:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            try:
                broker = socket.create_connection(("127.0.0.1", self.broker_port), timeout=5)
                broker.settimeout(None)
            except OSError:
                client.close()
                continue
            for end in (client, broker):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self.lock:
                self.ends += [client, broker]
                self.connections += 1
                number = self.connections
            threading.Thread(target=self.pump, args=(client, broker, number), daemon=True).start()
            threading.Thread(target=self.pump, args=(broker, client, 0), daemon=True).start()

    def pump(self, source: socket.socket, sink: socket.socket, to_broker: int):
        """`to_broker`: the number of the connection, 0 in the other direction."""
        data, held = bytearray(), []
        try:
            while more := source.recv(65536):
                data += more
                for one in split(data):
                    for out in self.worsen(one, held, to_broker):
                        sink.sendall(out)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def note(self, one: bytes, connection: int):
        """A command whose acknowledgement a cut has swallowed is sent again by whoever cares (quality 1)."""
        topic, payload = content(one)
        if not topic.endswith("/set"):
            return
        before = self.last.get(topic)
        self.last[topic] = (payload, connection)
        if before is not None and before[0] == payload and before[1] != connection:
            self.again += 1
            self.doubled.append((topic, payload))

    def worsen(self, one: bytes, held: list, to_broker: int) -> list:
        """What leaves when that comes. `held`: what the next packet overtakes."""
        with self.lock:
            outs = [one]
            if to_broker and one[0] >> 4 == PUBLISH:
                self.note(one, to_broker)
            if one[0] >> 4 == PUBLISH:
                ill = next((kind for kind, chance in self.ill.items() if self.dice.random() < chance), None)
                if ill is not None:
                    self.done[ill] += 1
                if ill == "drop":
                    outs = []
                elif ill == "double":
                    outs = [one, one]
                    if to_broker:
                        self.doubled.append(content(one))
                elif ill == "overtake" and not held:
                    held.append(one)
                    return []
            outs += held
            held.clear()
            return outs


def paced(publisher: Publisher, blocks: list, per_block: int, rate: float, seconds: float) -> tuple[int, float]:
    """Sends one block after the other, round and round, at that rate of messages a second; how many, in what time."""
    begun, sent = time.monotonic(), 0
    while (passed := time.monotonic() - begun) < seconds:
        if sent > passed * rate:
            time.sleep(min(0.05, sent / rate - passed))
            continue
        publisher.send(blocks[sent // per_block % len(blocks)])
        sent += per_block
    return sent, time.monotonic() - begun
