package dev.millrace.worker.nodes.script;

import io.roastedroot.quickjs4j.core.Engine_ModuleExports;
import io.roastedroot.quickjs4j.core.JavyPluginModule;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasi.WasiOptions;
import run.endive.wasi.WasiPreview1;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.ValType;

/**
 * QuickJS as WebAssembly: a memory of its own, functions on it, and one way out, {@link Host}. It is given no files, no
 * environment, no network; clock and random numbers are all it has of the system. Used by one thread, and not used again after
 * it threw. Beneath {@code quickjs4j}'s own {@code Engine}, since that starts QuickJS anew for each instance.
 */
final class Machine implements AutoCloseable {
    private static final int BYTE_ALIGNED = 1;
    private static final int POINTER_AND_LENGTH = 8;
    private static final String SIX_NUMBERS_IN = "invoke";
    /** The machine's only variable is where its stack ends; the stack grows down to address 0. */
    private static final int STACK_POINTER = 0;
    /** Nearer to 0 than any function begins; it is below 0 when the stack has overflowed. */
    private static final int STACK_EXHAUSTED = 1024;

    /** What the machine asks of the outside. */
    interface Host {
        /** @return what to tell the machine, at least one character */
        String answer(Message message);
    }

    /** A call of the machine, read only as far as the host wants. */
    interface Message {
        String what();

        /** In bytes. */
        int length();

        byte[] first(int bytes);
    }

    private final WasiPreview1 wasi = WasiPreview1.builder()
            .withOptions(WasiOptions.builder()
                    .withStdout(OutputStream.nullOutputStream())
                    .withStderr(OutputStream.nullOutputStream())
                    .build())
            .build();
    private final Host host;
    private final Memory memory;
    private final Instance instance;
    private final Engine_ModuleExports functions;

    private Machine(Host host, MemoryLimits limits) {
        this.host = host;
        this.memory = new ByteArrayMemory(limits);
        this.instance = Instance.builder(JavyPluginModule.load())
                .withMemoryFactory(declared -> memory)
                .withMachineFactory(JavyPluginModule::create)
                .withImportValues(ImportValues.builder()
                        .addFunction(wasi.toHostFunctions())
                        .addFunction(new HostFunction(
                                "endive",
                                SIX_NUMBERS_IN,
                                Collections.nCopies(6, ValType.I32),
                                List.of(ValType.I32),
                                this::invoked))
                        .build())
                .build();
        this.functions = new Engine_ModuleExports(instance);
    }

    /** A new machine in which QuickJS has been started. */
    static Machine started(Host host) {
        var machine = new Machine(
                host,
                JavyPluginModule.load()
                        .memorySection()
                        .orElseThrow()
                        .getMemory(0)
                        .limits());
        machine.functions.initializeRuntime();
        return machine;
    }

    /** A machine in the state that the image was taken of. */
    static Machine of(Image image, Host host, long maxBytes) {
        var limits = new MemoryLimits(image.pages().size(), Math.toIntExact(maxBytes / Memory.PAGE_SIZE));
        var machine = new Machine(host, limits);
        for (int page = 0; page < image.pages().size(); page++) {
            machine.memory.write(page * Memory.PAGE_SIZE, image.pages().get(page));
        }
        machine.instance.global(STACK_POINTER).setValue(image.stackPointer());
        return machine;
    }

    Image image() {
        return image(List.of());
    }

    /** Shares the pages that are as they were in the other image. */
    Image imageBeside(Image other) {
        return image(other.pages());
    }

    private Image image(List<byte[]> known) {
        var pages = IntStream.range(0, memory.pages())
                .mapToObj(page -> {
                    var bytes = memory.readBytes(page * Memory.PAGE_SIZE, Memory.PAGE_SIZE);
                    return page < known.size() && Arrays.equals(bytes, known.get(page)) ? known.get(page) : bytes;
                })
                .toList();
        return new Image(pages, instance.global(STACK_POINTER).getValue());
    }

    /** A state to go on from: all there is besides the code. */
    record Image(List<byte[]> pages, long stackPointer) {

        /** How many pages it does not share with the other. */
        long pagesBeside(Image other) {
            return IntStream.range(0, pages.size())
                    .filter(page -> page >= other.pages.size() || pages.get(page) != other.pages.get(page))
                    .count();
        }
    }

    byte[] compile(String source) {
        var bytes = source.getBytes(StandardCharsets.UTF_8);
        int compiled = functions.compileSrc(put(bytes), bytes.length);
        return memory.readBytes(memory.readInt(compiled), memory.readInt(compiled + 4));
    }

    /** Evaluates, and goes on with promises until none can. */
    void evaluate(byte[] compiled) {
        functions.eval(put(compiled), compiled.length, 0, 0);
    }

    boolean stackExhausted() {
        return (int) instance.global(STACK_POINTER).getValue() < STACK_EXHAUSTED;
    }

    /** Whether the machine may have stopped for want of memory: it asks for more in pieces of any size. */
    boolean nearlyFull() {
        return memory.pages() > memory.maximumPages() / 2;
    }

    private long[] invoked(Instance self, long[] numbers) {
        var answer = host.answer(message(numbers)).getBytes(StandardCharsets.UTF_8);
        int text = put(answer);
        int pair = functions.cabiRealloc(0, 0, BYTE_ALIGNED, POINTER_AND_LENGTH);
        memory.writeI32(pair, text);
        memory.writeI32(pair + 4, answer.length);
        return new long[] {pair};
    }

    /** Of the three texts, each with address and length, the first is always the same. */
    private Message message(long[] numbers) {
        var what = new String(memory.readBytes((int) numbers[2], (int) numbers[3]), StandardCharsets.UTF_8);
        int length = (int) numbers[5];
        return new Message() {
            @Override
            public String what() {
                return what;
            }

            @Override
            public int length() {
                return length;
            }

            @Override
            public byte[] first(int bytes) {
                return memory.readBytes((int) numbers[4], Math.min(bytes, length));
            }
        };
    }

    private int put(byte[] bytes) {
        int address = functions.cabiRealloc(0, 0, BYTE_ALIGNED, bytes.length);
        memory.write(address, bytes);
        return address;
    }

    @Override
    public void close() {
        wasi.close();
    }
}
