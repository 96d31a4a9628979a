package dev.millrace.benchmarks.load;

import dev.millrace.benchmarks.BenchFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection that posts and reads the answer's status. The load comes from the machine that is measured: this
 * costs a few microseconds per call where a full HTTP client costs the product a tenth of a core.
 */
final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final Socket socket;
    private final InputStream in;

    HttpConnection(int port) {
        try {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            this.in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new BenchFailure("Expected a connection to port " + port + ", but it was refused", e);
        }
    }

    /** The bytes of a whole request; made once, sent many times. */
    static byte[] postOf(String path, String json) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends the request, reads the whole answer, returns its status. */
    int exchange(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            var statusLine = line();
            int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
            skipBody();
            return status;
        } catch (IOException e) {
            throw new BenchFailure("Expected an answer within 60 s, but the connection failed", e);
        }
    }

    private void skipBody() throws IOException {
        long length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Long.parseLong(lower.substring(LENGTH.length()).strip());
            }
            chunked |= lower.equals(CHUNKED);
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
    }

    private void skipChunks() throws IOException {
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            in.skipNBytes(size);
            line();
        }
        line();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the other side closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new BenchFailure("Expected to close the connection, but it failed", e);
        }
    }
}
