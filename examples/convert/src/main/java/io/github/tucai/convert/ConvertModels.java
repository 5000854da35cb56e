package io.github.tucai.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Run by the build: converts the networks and writes the manifest that is packed with them. */
public final class ConvertModels {
    private static final String[] NETWORKS = {
        "face_detection_short_range",
        "face_detection_full_range",
        "face_landmark_with_attention",
        "selfie_segmenter",
        "selfie_multiclass_256x256"
    };
    private static final String EIGHT_BITS = "_int8";
    private static final String LICENCE = "Apache-2.0";

    private final SupplyList supplies;
    private final Path sources;
    private final Path ranges;
    private final Path target;
    private final Map<String, String> manifest = new TreeMap<>();

    private ConvertModels(SupplyList supplies, Path sources, Path ranges, Path target) {
        this.supplies = supplies;
        this.sources = sources;
        this.ranges = ranges;
        this.target = target;
    }

    /**
     * Converts every network, and those once more in eight bits for which there are ranges of values.
     *
     * @param arguments the list of supplies, the folder with the TFLite files, the folder with the ranges, the folder for
     *     the ONNX files, the version of the library
     */
    public static void main(String[] arguments) throws IOException {
        Path list = Path.of(arguments[0]);
        ConvertModels models = new ConvertModels(
                SupplyList.read(list), Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        models.manifest.put("version", arguments[4]);
        models.run();
    }

    private void run() throws IOException {
        Files.createDirectories(target);
        for (String network : NETWORKS) {
            convert(network);
        }
        write("eight_bit_probe", EightBitProbe.onnx());
        String text = manifest.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                .collect(Collectors.joining());
        Files.writeString(target.resolve("manifest.properties"), text);
    }

    private void convert(String network) throws IOException {
        String file = network + ".tflite";
        SupplyList.Entry supply = supplies.find(file);
        byte[] source = Files.readAllBytes(sources.resolve(file));
        if (!sha256(source).equals(supply.sha256())) {
            throw new ConversionException(file + " is not the pinned file: expected sha256 " + supply.sha256()
                    + ", got " + sha256(source) + "; delete it and build again");
        }
        TfLiteModel folded = folded(network, source);
        write(network, TfLiteToOnnx.convert(folded, network), supply);
        Path inEightBits = ranges.resolve(network + ".txt");
        if (Files.exists(inEightBits)) {
            Quantisation quantisation = Quantisation.parse(Files.readAllLines(inEightBits));
            write(network + EIGHT_BITS, TfLiteToOnnx.convert(folded, network, quantisation), supply);
        }
    }

    private void write(String network, byte[] onnx, SupplyList.Entry supply) throws IOException {
        write(network, onnx);
        manifest.put(network + ".licence", LICENCE);
        manifest.put(network + ".source.package", supply.packageName());
        manifest.put(network + ".source.version", supply.packageVersion());
        manifest.put(network + ".source.path", supply.path());
        manifest.put(network + ".source.sha256", supply.sha256());
    }

    private void write(String network, byte[] onnx) throws IOException {
        Files.write(target.resolve(network + ".onnx"), onnx);
        manifest.put(network + ".sha256", sha256(onnx));
    }

    private static TfLiteModel folded(String network, byte[] source) {
        try {
            return GraphFolding.inBlocks(GraphFolding.fold(TfLiteReader.read(source)));
        } catch (ConversionException e) {
            throw new ConversionException(network + " cannot be converted: " + e.getMessage(), e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
