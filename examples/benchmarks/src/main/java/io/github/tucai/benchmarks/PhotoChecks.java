package io.github.tucai.benchmarks;

import io.github.tucai.PhotoChecker;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.spi.ImageAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
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
    private PhotoChecks() {}

    static void run(Effort effort, Figures figures) throws IOException, InterruptedException {
        List<PhotoImage> photos = Testdata.portraits(effort.photos());
        PhotoChecker checker = PhotoChecker.builder().build();
        figures.section(
                "Photo check",
                "CN-DEGREE, submission; full check of each photo from its bytes, warm. Two threads: photos a second with"
                        + " two threads over photos a second with one.");
        figures.add("photo.count", photos.size());
        all(checker, photos);
        long before = usedBytes();
        List<PhotoCheckResult> results = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (PhotoImage photo : photos) {
            long start = System.nanoTime();
            results.add(checker.check(photo));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        figures.add("photo.median-ms", Figures.percentile(millis, 0.5));
        figures.add("photo.p95-ms", Figures.percentile(millis, 0.95));
        figures.add("photo.preview-median-ms", preview(photos));
        figures.add("photo.two-thread-ratio", twoThreadRatio(checker, photos));
        verdicts(results, figures);
        results.clear();
        figures.add("photo.heap-growth-mib", (usedBytes() - before) / (double) (1 << 20));
    }

    private static double preview(List<PhotoImage> photos) {
        ImageAnalyzer analyzer =
                ServiceLoader.load(ImageAnalyzer.class).findFirst().orElseThrow();
        analyzer.analyze(photos.get(0), AnalysisMode.PREVIEW);
        List<Double> millis = new ArrayList<>();
        for (PhotoImage photo : photos) {
            long start = System.nanoTime();
            analyzer.analyze(photo, AnalysisMode.PREVIEW);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return Figures.percentile(millis, 0.5);
    }

    private static double twoThreadRatio(PhotoChecker checker, List<PhotoImage> photos) throws InterruptedException {
        long start = System.nanoTime();
        all(checker, photos);
        all(checker, photos);
        double alone = System.nanoTime() - start;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> half = () -> {
                all(checker, photos);
                return true;
            };
            start = System.nanoTime();
            for (Future<Boolean> done : threads.invokeAll(List.of(half, half))) {
                done.get();
            }
            return alone / (System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check failed", e);
        } finally {
            threads.shutdownNow();
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

    @SuppressWarnings("SystemGc") // what survives a collection is what is kept
    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
