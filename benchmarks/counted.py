"""A way to a server that counts what comes back over it, byte by byte, as it is on the wire."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

PIECE = 65_536


class CountedWay:
    """Hands every connection to `port` of this machine on; `received` counts the bytes that the server sends."""

    def __init__(self, port: int) -> None:
        self._server = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.received = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._server))
            threading.Thread(target=self._pass_on, args=(client, server, False), daemon=True).start()
            threading.Thread(target=self._pass_on, args=(server, client, True), daemon=True).start()

    def _pass_on(self, source: socket.socket, to: socket.socket, counted: bool) -> None:
        try:
            while piece := source.recv(PIECE):
                if counted:
                    self.received += len(piece)
                to.sendall(piece)
            to.shutdown(socket.SHUT_WR)
        except OSError:
            # One end hung up, as a page does that is closed.
            source.close()
            to.close()


@contextmanager
def a_counted_way(port: int) -> Iterator[CountedWay]:
    way = CountedWay(port)
    try:
        yield way
    finally:
        way.close()
