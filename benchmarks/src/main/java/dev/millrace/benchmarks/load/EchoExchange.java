package dev.millrace.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What one connection of the echo server has read so far. Requests are far smaller than the buffer. */
final class EchoExchange {
    private static final int LARGEST_REQUEST = 16 * 1024;
    private static final String LENGTH = "content-length:";

    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST_REQUEST);

    /** Reads what has come and answers each whole request; false when the connection is to be closed. */
    boolean advance(SocketChannel channel) {
        try {
            if (channel.read(buffer) < 0) {
                return false;
            }
            while (answerOne(channel)) {
                continue;
            }
            return buffer.hasRemaining();
        } catch (IOException theOtherSideIsGone) {
            return false;
        }
    }

    private boolean answerOne(SocketChannel channel) throws IOException {
        var text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        int body = head + 4;
        int end = body + contentLength(text.substring(0, head).toLowerCase(Locale.ROOT));
        if (text.length() < end) {
            return false;
        }
        write(channel, text.substring(body, end));
        buffer.flip().position(end);
        buffer.compact();
        return true;
    }

    private static int contentLength(String head) {
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            return 0;
        }
        int end = head.indexOf('\r', at);
        return Integer.parseInt(head.substring(at + LENGTH.length(), end < 0 ? head.length() : end)
                .strip());
    }

    private static void write(SocketChannel channel, String body) throws IOException {
        var json = body.isEmpty() ? "{}" : body;
        var answer = ByteBuffer.wrap(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length() + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.ISO_8859_1));
        while (answer.hasRemaining()) {
            channel.write(answer);
        }
    }
}
