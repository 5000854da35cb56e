package io.github.tucai.benchmarks.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The driver's end of the registry's process. Safe for concurrent use. */
final class Registry implements AutoCloseable {
    /**
     * An image that lies in the registry's store.
     *
     * @param id its number
     * @param enrolment digest of the enrolment number
     * @param key of the delivery
     * @param version of the delivery
     * @param valid whether it is the valid one of its enrolment
     * @param digest of its bytes as they lie there
     * @param name what the picture says it is
     */
    record Image(String id, String enrolment, String key, int version, boolean valid, String digest, String name) {
        static Image parse(String line) {
            String[] part = line.split(" ", -1);
            return new Image(
                    part[0],
                    part[1],
                    part[2],
                    Integer.parseInt(part[3]),
                    Boolean.parseBoolean(part[4]),
                    part[5],
                    part[6]);
        }
    }

    private final Process process;
    private final PrintStream lines;
    private final BufferedReader answers;
    private final int port;

    Registry(Process process) throws IOException {
        this.process = process;
        this.lines = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.port = Integer.parseInt(line());
    }

    int port() {
        return port;
    }

    /** Learns that a student's codes were issued. */
    void admit(int student) {
        ask("admit " + student);
    }

    /** Makes one coming delivery go wrong. */
    void fail(String fault) {
        ask("fault " + fault);
    }

    /** Makes every delivery go wrong for which nothing else is told. */
    void failAlways(String fault) {
        ask("always " + fault);
    }

    /** All that lies in its store. */
    List<Image> report() {
        return ask("report").stream().map(Image::parse).toList();
    }

    private synchronized List<String> ask(String question) {
        lines.println(question);
        List<String> answer = new ArrayList<>();
        try {
            for (String line = line(); !line.equals("."); line = line()) {
                answer.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer;
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the registry is gone");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
