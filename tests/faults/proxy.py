"""A TCP proxy of the tests' own that stops forwarding: the links stay up, and nothing comes."""

import select
import socket
import threading
from contextlib import suppress


class Proxy:
    """Forwards to a server until ``stall``; ``resume`` forwards what comes from then on."""

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._flows = threading.Event()
        self._flows.set()
        self._closed = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def stall(self) -> None:
        self._flows.clear()

    def resume(self) -> None:
        self._flows.set()

    def close(self) -> None:
        self._closed.set()
        self._flows.set()
        # Closing alone does not wake who waits to accept.
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for link in self._open:
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
            link.close()

    def _accept(self) -> None:
        while not self._closed.is_set():
            try:
                client, _address = self._listener.accept()
            except OSError:
                return
            self._open.append(client)
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        self._flows.wait()
        if self._closed.is_set():
            return
        try:
            server = socket.create_connection(self._server)
        except OSError:
            client.close()
            return
        other = {client: server, server: client}
        with client, server, suppress(OSError, ValueError):
            while not self._closed.is_set():
                for source in select.select([client, server], [], [], 0.2)[0]:
                    data = source.recv(65536)
                    # What is under way when it stalls stays under way.
                    self._flows.wait()
                    if not data:
                        other[source].shutdown(socket.SHUT_RDWR)
                        return
                    other[source].sendall(data)
