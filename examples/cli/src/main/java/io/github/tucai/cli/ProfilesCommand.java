package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.check.MeasuredPhoto;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.check.ProfileDiff;
import io.github.tucai.cli.output.Json;
import io.github.tucai.photo.PhotoProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code profiles}: the rule books, their schema, and who would change between two of them. */
@Command(name = "profiles", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class ProfilesCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Texts.get("error.subcommand"));
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        for (String id : PhotoProfiles.ids()) {
            PhotoProfile profile = PhotoProfiles.get(id);
            ObjectNode line = Json.object();
            line.put("id", id);
            line.put("digest", profile.digest());
            line.putObject("title")
                    .put("zh-CN", profile.title().zhCn())
                    .put("en", profile.title().en());
            out.println(Json.line(line));
        }
        return ExitStatus.DONE;
    }

    @Command(name = "schema", mixinStandardHelpOptions = true)
    int schema() {
        spec.commandLine().getOut().print(PhotoProfiles.schema());
        spec.commandLine().getOut().flush();
        return ExitStatus.DONE;
    }

    @Command(name = "diff", mixinStandardHelpOptions = true)
    int diff(
            @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "profileBefore") String before,
            @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "profileAfter") String after,
            @Option(names = "--measures", required = true, paramLabel = "FILE", descriptionKey = "measuresRead")
                    Path measures)
            throws IOException {
        PhotoProfile one = Usage.value(spec, "BEFORE", () -> ProfileFiles.named(before));
        PhotoProfile other = Usage.value(spec, "AFTER", () -> ProfileFiles.named(after));
        AtomicInteger number = new AtomicInteger();
        try (Stream<String> lines = Files.lines(measures)) {
            ProfileDiff diff = ProfileDiff.between(one, other, lines.map(line -> {
                number.incrementAndGet();
                return MeasuredPhoto.parse(line);
            }));
            print(diff);
            return diff.changed().isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Texts.get("error.line", measures, number.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** One line a photo that changes, and the totals last. */
    private void print(ProfileDiff diff) {
        PrintWriter out = spec.commandLine().getOut();
        for (ProfileDiff.PhotoChange photo : diff.changed()) {
            ObjectNode line = Json.object();
            line.put("file", photo.name());
            line.put("before", photo.before().name());
            line.put("after", photo.after().name());
            for (ProfileDiff.CheckChange check : photo.checks()) {
                line.withArray("checks")
                        .addObject()
                        .put("id", check.check().value())
                        .put("before", check.before().name())
                        .put("severityBefore", check.severityBefore().name())
                        .put("after", check.after().name())
                        .put("severityAfter", check.severityAfter().name());
            }
            out.println(Json.line(line));
        }
        ObjectNode total = Json.object();
        total.put("before", diff.before());
        total.put("after", diff.after());
        total.put("photos", diff.photos());
        total.put("changed", diff.changed().size());
        ObjectNode verdicts = total.putObject("verdicts");
        diff.verdicts()
                .forEach((from, to) -> to.forEach((verdict, count) -> verdicts.put(from + ">" + verdict, count)));
        ObjectNode checks = total.putObject("checks");
        diff.checks().forEach((check, count) -> checks.put(check.value(), count));
        out.println(Json.line(total));
        out.flush();
    }
}
