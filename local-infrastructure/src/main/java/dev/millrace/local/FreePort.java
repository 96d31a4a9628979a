package dev.millrace.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for tests, below the range from which systems take the local ends of connections: who starts a server opens connections
 * before it listens on its last port, and one of them could land on it.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;
    private static final Object TURN = new Object();
    private static int next = ThreadLocalRandom.current().nextInt(FIRST, LAST);

    private FreePort() {}

    /** No port is given twice by one JVM until the range is used up. */
    public static int find() {
        return findNeighbours(1);
    }

    /** The first of {@code count} neighbours that are all free. */
    public static int findNeighbours(int count) {
        synchronized (TURN) {
            for (int attempt = FIRST; attempt <= LAST; attempt++) {
                int first = next + count > LAST ? FIRST : next;
                next = first + count;
                if (areFree(first, count)) {
                    return first;
                }
            }
        }
        throw new IllegalStateException("Expected free ports between " + FIRST + " and " + LAST + ", but found none");
    }

    public static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean areFree(int first, int count) {
        for (int port = first; port < first + count; port++) {
            if (isTaken(port)) {
                return false;
            }
        }
        return true;
    }
}
