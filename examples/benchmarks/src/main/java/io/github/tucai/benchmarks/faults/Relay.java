package io.github.tucai.benchmarks.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network between the collector and the registry: carries bytes both ways and reads none. On request it holds back what
 * the registry answers to a whole bundle, and says so.
 */
final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int CHUNK = 16 << 10;

    /** What is held back: answers on a connection that took so many bytes. */
    private record Hold(int number, int bytes, Runnable held) {}

    private final ServerSocket server;
    private final int registry;
    private final AtomicInteger holds = new AtomicInteger();
    private volatile @Nullable Hold hold;

    /** Between a free port and the registry's. */
    Relay(int registry) throws IOException {
        this.registry = registry;
        this.server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        start("relay", this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Holds back the first answer on a connection that took so many bytes from now on, and tells once it has come. */
    void holdAnswerAfter(int bytes, Runnable held) {
        hold = new Hold(holds.incrementAndGet(), bytes, held);
    }

    /** Holds nothing back from now on. */
    void release() {
        hold = null;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                LOG.debug("no connection", e);
            }
        }
    }

    private void connect(Socket collector) throws IOException {
        try {
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), registry);
            collector.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            Connection connection = new Connection(collector, behind);
            start("relay-up", connection::up);
            start("relay-down", connection::down);
        } catch (IOException e) {
            collector.close();
            throw e;
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private final class Connection {
        private final Socket collector;
        private final Socket behind;
        private int known;
        private long sent;

        Connection(Socket collector, Socket behind) {
            this.collector = collector;
            this.behind = behind;
        }

        void up() {
            carry(collector, behind, this::count);
        }

        void down() {
            carry(behind, collector, bytes -> !isHeld());
        }

        private void carry(Socket from, Socket to, IntPredicate passes) {
            byte[] chunk = new byte[CHUNK];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (passes.test(read)) {
                        out.write(chunk, 0, read);
                    }
                }
            } catch (IOException e) {
                LOG.debug("one side hung up, both are closed", e);
            }
        }

        /** Counts from the moment on from which an answer is held back. */
        private synchronized boolean count(int bytes) {
            Hold now = hold;
            int number = now == null ? 0 : now.number();
            sent = number == known ? sent + bytes : bytes;
            known = number;
            return true;
        }

        private boolean isHeld() {
            Hold now = hold;
            boolean held = now != null && hasSent(now);
            if (held && now != null) {
                now.held().run();
            }
            return held;
        }

        private synchronized boolean hasSent(Hold now) {
            return known == now.number() && sent >= now.bytes();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
