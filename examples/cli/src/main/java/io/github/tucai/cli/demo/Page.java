package io.github.tucai.cli.demo;

import io.github.tucai.cli.output.Html;
import io.github.tucai.crypto.RegisteredImage;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.schedule.Campaign;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The page that shows a demo: plain HTML with its style inside, pictures as files beside it. */
final class Page {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    /** One delivery of one student. */
    record Delivery(int student, DeliveryEntry entry) {}

    private final Campaign campaign;
    private final String caption;
    private final List<Story> stories;
    private final List<Chapter> chapters;
    private final List<Delivery> deliveries;
    private final List<String> refusedSettings;
    private final List<RegisteredImage> registered;
    private final Html html = new Html();

    Page(
            Campaign campaign,
            String caption,
            List<Story> stories,
            List<Chapter> chapters,
            List<Delivery> deliveries,
            List<String> refusedSettings,
            List<RegisteredImage> registered) {
        this.campaign = campaign;
        this.caption = caption;
        this.stories = stories;
        this.chapters = chapters;
        this.deliveries = deliveries;
        this.refusedSettings = refusedSettings;
        this.registered = registered;
    }

    String html() {
        html.raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<title>图采 Tucai — " + Html.escape(campaign.name()) + "</title>")
                .raw("<style>" + style() + "</style></head><body>");
        header();
        html.open("main", "");
        schedule();
        students();
        registry();
        prints();
        statements();
        html.close("main");
        html.raw(
                "<footer>Campaign " + Html.escape(campaign.id())
                        + ": schools, students, contacts and the account are invented. " + Html.escape(caption)
                        + " The clock of the story is simulated; codes, seals, TLS, database, checks, prints and receipts are real.</footer>");
        html.raw("</body></html>");
        return html.toString();
    }

    private void header() {
        html.open("header", "")
                .text("h1", "", "图采 Tucai")
                .text("p", "", campaign.name() + " — one campaign, end to end.")
                .text(
                        "p",
                        "",
                        "Encrypted collection codes are read from pictures, windows are enforced to the second, photos are"
                                + " checked by neural networks, finished to the national standard, sealed and delivered to a"
                                + " registry over mutual TLS, proofread, printed and paid for.")
                .open("div", "figures");
        figure(stories.size(), "students");
        figure(stories.stream().mapToInt(s -> s.shots().size()).sum(), "photos checked");
        figure((int) stories.stream().filter(s -> s.product().isPresent()).count(), "photos accepted");
        figure(
                (int) deliveries.stream()
                        .filter(d -> d.entry().receipt().isPresent())
                        .count(),
                "receipts");
        figure(registered.size(), "valid images at the registry");
        figure(chapters.stream().mapToInt(Chapter::prints).sum(), "prints verified");
        html.close("div").close("header");
    }

    private void figure(int number, String what) {
        html.raw("<div class=\"figure\"><b>" + number + "</b>" + Html.escape(what) + "</div>");
    }

    private void schedule() {
        heading("Windows", "采集时间", "Each school's window must lie inside its region's; what does not is refused.");
        html.raw("<table><tr><th>region</th><th>region's window</th><th>school</th><th>school's window</th></tr>");
        for (Chapter chapter : chapters) {
            Cast.DemoSchool school = chapter.school();
            row(
                    school.city(),
                    campaign.region(school.region())
                            .flatMap(campaign::window)
                            .map(Object::toString)
                            .orElse("closed"),
                    school.school().name() + " · " + school.school().code().value(),
                    school.first() + " – " + school.last());
        }
        html.raw("</table>").open("ul", "steps");
        refusedSettings.forEach(refusal -> html.text("li", "bad", "refused: " + refusal));
        html.close("ul");
    }

    private void students() {
        heading("Students", "采集", "Click a picture to see it whole: every finding has its place, value and limit.");
        html.open("div", "cards");
        stories.forEach(this::card);
        html.close("div");
    }

    private void card(Story story) {
        Cast.Student student = story.student();
        html.open("section", "card")
                .text(
                        "h3",
                        "",
                        student.claims().name().value() + "  ·  "
                                + student.claims().studentNumber().value())
                .text(
                        "p",
                        "sub",
                        student.school().school().name() + " "
                                + student.college().name() + " "
                                + student.className().name() + " · "
                                + student.claims().id().value());
        html.raw("<span class=\"chip " + tone(story) + "\">" + Html.escape(story.state()) + "</span>");
        html.open("div", "pictures").picture(Demo.codeFile(student), "collection code");
        story.product().ifPresent(file -> html.picture(file, "product photo"));
        html.close("div").open("div", "pictures");
        story.shots().forEach(shot -> html.picture(shot.file(), shot.caption()));
        html.close("div").open("ul", "steps");
        for (Story.Step step : story.steps()) {
            html.raw("<li class=\"" + step.tone().name().toLowerCase(Locale.ROOT) + "\"><time>"
                    + step.time().format(TIME) + "</time>" + Html.escape(step.text()) + "</li>");
        }
        html.close("ul").close("section");
    }

    private static String tone(Story story) {
        return story.product().isPresent() ? "good" : "bad";
    }

    private void registry() {
        heading(
                "Registry",
                "登记",
                "Every delivery is sealed with SM2, SM3 and SM4-GCM, goes over mutual TLS 1.3 and comes back with a signed"
                        + " receipt. A retake supersedes: one valid image per enrolment.");
        html.raw(
                "<table><tr><th>student</th><th>version</th><th>status</th><th>delivery key</th><th>registry's number</th>"
                        + "<th>received (real time)</th></tr>");
        for (Delivery delivery : deliveries) {
            DeliveryEntry entry = delivery.entry();
            row(
                    String.valueOf(delivery.student()),
                    String.valueOf(entry.version()),
                    entry.status().name(),
                    entry.key().value().substring(0, 16) + "…",
                    entry.receipt().map(Receipt::registryId).orElse("–"),
                    entry.receipt().map(r -> r.receivedAt().toString()).orElse("–"));
        }
        html.raw("</table>").link("receipts/receipts.jsonl", "receipts.jsonl");
    }

    private void prints() {
        heading(
                "Prints and forms",
                "排版与反馈表",
                "Five prints of 33 × 48 mm for each student, a kiss-cut contour in a spot colour of its own, read back and"
                        + " verified; the feedback form of annex 3.");
        html.open("div", "gallery");
        for (Chapter chapter : chapters) {
            html.open("section", "card")
                    .text("h3", "", chapter.school().school().name());
            html.picture(chapter.sheet(), "print sheet");
            html.link(chapter.sheets(), "print sheets (PDF)").link(chapter.form(), "feedback form (PDF)");
            html.close("section");
        }
        Chapter first = chapters.get(0);
        html.open("section", "card").text("h3", "", "电子图像校对反馈表");
        html.picture(first.formPicture(), "feedback form").close("section").close("div");
    }

    private void statements() {
        heading(
                "Deadlines and statements",
                "校对期限与结算",
                "Twenty Chinese working days from publication; the fee for those really photographed, payable only to the"
                        + " designated account.");
        html.raw("<table><tr><th>school</th><th>expected</th><th>accepted</th><th>delivered</th><th>published</th>"
                + "<th>feedback due</th><th>students × fee</th><th>total</th><th>payable until</th></tr>");
        for (Chapter chapter : chapters) {
            row(
                    chapter.school().school().name(),
                    chapter.coverage().expected().isPresent()
                            ? String.valueOf(chapter.coverage().expected().getAsInt())
                            : "–",
                    String.valueOf(chapter.coverage().accepted()),
                    String.valueOf(chapter.coverage().delivered()),
                    chapter.round().published().toString(),
                    chapter.round().deadline().due().toString(),
                    chapter.statement().students() + " × ¥"
                            + chapter.statement().fee().yuan(),
                    "¥" + chapter.statement().total().yuan(),
                    chapter.statement().due().toString());
        }
        html.raw("</table>");
    }

    private void heading(String english, String chinese, String lead) {
        html.raw("<h2>" + Html.escape(english) + "<small>" + Html.escape(chinese) + "</small></h2>");
        html.text("p", "lead", lead);
    }

    private void row(String... cells) {
        html.raw("<tr>");
        for (String cell : cells) {
            html.raw("<td>" + Html.escape(cell) + "</td>");
        }
        html.raw("</tr>");
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
