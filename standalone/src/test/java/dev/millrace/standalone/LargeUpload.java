package dev.millrace.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Uploads more than is allowed, over a bare socket: a client library would hide when the refusal comes. */
final class LargeUpload {
    private static final int CHUNK = 64 * 1024;
    private static final int WAIT_MILLIS = 20_000;

    private LargeUpload() {}

    /** @return the first bytes of the answer */
    static String to(int port, String path, long size) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(WAIT_MILLIS);
            var out = socket.getOutputStream();
            out.write(("POST " + path
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                            + size + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            write(socket, size);
            var answer = new byte[64];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, read), StandardCharsets.US_ASCII);
        }
    }

    /** Stops as soon as there is an answer to read, as a well-behaved client does. */
    private static void write(Socket socket, long size) throws IOException {
        var chunk = new byte[CHUNK];
        for (long sent = 0; sent < size && socket.getInputStream().available() == 0; sent += CHUNK) {
            socket.getOutputStream().write(chunk);
        }
    }
}
