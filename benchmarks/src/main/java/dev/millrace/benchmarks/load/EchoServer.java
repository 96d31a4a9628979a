package dev.millrace.benchmarks.load;

import dev.millrace.benchmarks.BenchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Answers every request with its own body, kept alive, in one thread: the other end of the request nodes must cost less than
 * the product does.
 */
public final class EchoServer implements AutoCloseable {
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Thread thread = new Thread(this::serve, "echo server");
    private volatile boolean closed;

    public EchoServer() {
        try {
            this.selector = Selector.open();
            this.listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            throw new BenchFailure("Expected to start the echo server, but it failed", e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return listener.socket().getLocalPort();
    }

    private void serve() {
        try {
            while (!closed) {
                selector.select();
                for (var key : selector.selectedKeys()) {
                    handle(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            var channel = listener.accept();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new EchoExchange());
            return;
        }
        var channel = (SocketChannel) key.channel();
        if (!((EchoExchange) key.attachment()).advance(channel)) {
            channel.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new BenchFailure("Expected to end the echo server, but it failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
