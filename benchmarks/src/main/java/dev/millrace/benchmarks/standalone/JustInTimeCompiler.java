package dev.millrace.benchmarks.standalone;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.millrace.benchmarks.BenchFailure;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The just-in-time compiler of another JVM of this machine, as that JVM's management tells of it. */
public final class JustInTimeCompiler implements AutoCloseable {
    private final JMXConnector connector;
    private final CompilationMXBean bean;

    private JustInTimeCompiler(JMXConnector connector, CompilationMXBean bean) {
        this.connector = connector;
        this.bean = bean;
    }

    /** @throws BenchFailure when the JVM cannot be asked */
    public static JustInTimeCompiler of(long process) {
        try {
            var jvm = VirtualMachine.attach(String.valueOf(process));
            var connector = JMXConnectorFactory.connect(new JMXServiceURL(jvm.startLocalManagementAgent()));
            jvm.detach();
            return new JustInTimeCompiler(
                    connector,
                    ManagementFactory.getPlatformMXBean(connector.getMBeanServerConnection(), CompilationMXBean.class));
        } catch (AttachNotSupportedException | IOException e) {
            throw new BenchFailure("Expected to ask JVM " + process + " for its compiler, but could not", e);
        }
    }

    /** For how long it has compiled by now, all its threads together, their waits for a core included. */
    public Duration worked() {
        return Duration.ofMillis(bean.getTotalCompilationTime());
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException gone) {
            throw new BenchFailure("Expected to let go of the JVM, but could not", gone);
        }
    }
}
