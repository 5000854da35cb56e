package io.github.tucai.benchmarks;

import io.github.tucai.check.PhotoChecker;
import io.github.tucai.imaging.Pictures;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.portraits.Jpeg;
import io.github.tucai.spi.ImageAnalyzer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checking photos: how long, how well with a second thread, what comes out, and whether memory stays. */
final class PhotoChecks {
    private static final int FRAME_WIDTH = 640;
    private static final int FRAME_HEIGHT = 480;

    private PhotoChecks() {}

    static void run(Effort effort, Figures figures) throws IOException, InterruptedException {
        List<PhotoImage> photos = Testdata.portraits(effort.photos());
        PhotoChecker checker = PhotoChecker.builder().build();
        figures.section(
                "Photo check",
                "CN-DEGREE, submission; full check of each photo from its bytes and, decoded, of the picture, warm. Two"
                        + " threads: photos a second with two threads over photos a second with one, the median of"
                        + " rounds in turns in one warm program. Preview: the same portraits as frames of 640 by 480, from"
                        + " the JPEG and from the decoded picture.");
        figures.add("photo.count", photos.size());
        all(checker, photos);
        double before = Memory.liveHeapMib();
        List<PhotoCheckResult> results = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        List<Double> decoded = new ArrayList<>();
        for (PhotoImage photo : photos) {
            long start = System.nanoTime();
            PhotoCheckResult result = checker.check(photo);
            millis.add((System.nanoTime() - start) / 1e6);
            decoded.add(result.measurements().analysis().toNanos() / 1e6);
            results.add(result);
        }
        figures.add("photo.median-ms", Figures.percentile(millis, 0.5));
        figures.add("photo.p95-ms", Figures.percentile(millis, 0.95));
        figures.add("photo.decoded-median-ms", Figures.percentile(decoded, 0.5));
        preview(photos, figures);
        throughput(checker, photos, effort.rounds(), figures);
        verdicts(results, figures);
        results.clear();
        figures.add("photo.heap-growth-mib", Memory.liveHeapMib() - before);
    }

    /** Frames of a camera: the photos in 640 by 480, as JPEG. */
    private static void preview(List<PhotoImage> photos, Figures figures) {
        ImageAnalyzer analyzer =
                ServiceLoader.load(ImageAnalyzer.class).findFirst().orElseThrow();
        List<PhotoImage> frames = photos.stream().map(PhotoChecks::frame).toList();
        frames.forEach(frame -> analyzer.analyze(frame, AnalysisMode.PREVIEW));
        List<Double> millis = new ArrayList<>();
        List<Double> decoded = new ArrayList<>();
        for (PhotoImage frame : frames) {
            long start = System.nanoTime();
            Measurements measured = analyzer.analyze(frame, AnalysisMode.PREVIEW);
            millis.add((System.nanoTime() - start) / 1e6);
            decoded.add(measured.analysis().toNanos() / 1e6);
        }
        figures.add("preview.median-ms", Figures.percentile(millis, 0.5));
        figures.add("preview.p95-ms", Figures.percentile(millis, 0.95));
        figures.add("preview.decoded-median-ms", Figures.percentile(decoded, 0.5));
    }

    private static PhotoImage frame(PhotoImage photo) {
        BufferedImage picture = Pictures.upright(photo);
        int width = picture.getWidth() * FRAME_HEIGHT / picture.getHeight();
        BufferedImage frame = new BufferedImage(FRAME_WIDTH, FRAME_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = frame.createGraphics();
        pen.setColor(new Color(picture.getRGB(0, 0)));
        pen.fillRect(0, 0, FRAME_WIDTH, FRAME_HEIGHT);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, (FRAME_WIDTH - width) / 2, 0, width, FRAME_HEIGHT, null);
        pen.dispose();
        return PhotoImage.copyOf(Jpeg.bytes(frame));
    }

    /** In turns, so that neither has the machine when it is quieter; the median round counts. */
    private static void throughput(PhotoChecker checker, List<PhotoImage> photos, int rounds, Figures figures)
            throws InterruptedException {
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            alone.add(perSecond(checker, photos, 1));
            together.add(perSecond(checker, photos, 2));
            ratios.add(together.get(round) / alone.get(round));
        }
        figures.add("photo.per-second-one-thread", Figures.percentile(alone, 0.5));
        figures.add("photo.per-second-two-threads", Figures.percentile(together, 0.5));
        figures.add("photo.two-thread-ratio", Figures.percentile(ratios, 0.5));
    }

    /** Each thread checks all photos; the program is warm, and its start does not count. */
    private static double perSecond(PhotoChecker checker, List<PhotoImage> photos, int threads)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Boolean> share = () -> {
                all(checker, photos);
                return true;
            };
            long start = System.nanoTime();
            for (Future<Boolean> done : pool.invokeAll(Collections.nCopies(threads, share))) {
                done.get();
            }
            return threads * photos.size() * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check failed", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void all(PhotoChecker checker, List<PhotoImage> photos) {
        photos.forEach(checker::check);
    }

    private static void verdicts(List<PhotoCheckResult> results, Figures figures) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        results.forEach(result -> counts.merge(result.verdict(), 1, Integer::sum));
        for (Verdict verdict : Verdict.values()) {
            figures.add("photo.verdict." + verdict.name().toLowerCase(Locale.ROOT), counts.getOrDefault(verdict, 0));
        }
        long single = results.stream().filter(PhotoChecks::hasSingleFace).count();
        figures.add("photo.single-face-share", (double) single / results.size());
    }

    private static boolean hasSingleFace(PhotoCheckResult result) {
        return result.findings().stream()
                .filter(finding -> finding.check().value().equals("single-face"))
                .map(Finding::answer)
                .anyMatch(Answer.PASS::equals);
    }
}
