package io.github.tucai.imaging.internal.model;

import io.github.tucai.imaging.internal.pixel.Picture;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All networks, loaded once in a program on first use and shared from then on. Safe for concurrent use. */
public final class Networks {
    // Of the labelled photos none scores as much on its head, and of ten that are upright nine do.
    private static final double SURELY_UPRIGHT = 0.9;

    private static @Nullable Networks shared;

    private final FaceDetector nearFaces = FaceDetector.shortRange();
    private final FaceDetector smallFaces = FaceDetector.fullRange();
    private final LandmarkNetwork landmarks = new LandmarkNetwork(Network.load("face_landmark_with_attention"));
    private final Segmenters segmenters = new Segmenters(
            Network.load("selfie_segmenter"), Network.load(Precision.chosen().partsNetwork()));

    private Networks() {}

    /**
     * The shared networks.
     *
     * @throws io.github.tucai.failure.PluginException if ONNX Runtime cannot run here or a packed network is damaged
     */
    public static synchronized Networks shared() {
        Networks networks = shared;
        if (networks == null) {
            networks = new Networks();
            shared = networks;
        }
        return networks;
    }

    /** What both detectors see. */
    public FacesFound faces(Picture picture) {
        return FacesFound.confirm(picture, nearFaces.detect(picture), smallFaces.detect(picture), landmarks);
    }

    /** What the faster detector sees: enough for a face that fills much of the picture. */
    public FacesFound nearFaces(Picture picture) {
        return FacesFound.confirm(picture, nearFaces.detect(picture), landmarks);
    }

    /**
     * The faces of a picture that is upside down, in the picture turned upright; empty for one that is not. A face on its
     * head is taken for a poor one that is upright, or for none, and looks truer when it is turned.
     *
     * @param asItIs the faces of the picture as it is
     */
    public Optional<FacesFound> facesUpsideDown(Picture picture, FacesFound asItIs) {
        double score = asItIs.main().map(FoundFace::score).orElse(0.0);
        if (score >= SURELY_UPRIGHT) {
            return Optional.empty();
        }
        FacesFound turned = faces(picture.turned());
        return turned.main().filter(face -> face.score() > score).map(face -> turned);
    }

    /** Tells person and parts from the background. */
    public Segmenters segmenters() {
        return segmenters;
    }

    /** Version of the library that the networks are packed with. */
    public static String version() {
        return ModelManifest.packed().version();
    }

    /** SHA-256 in hexadecimal by name, of all networks. */
    public Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        Stream.of(
                        nearFaces.network(),
                        smallFaces.network(),
                        landmarks.network(),
                        segmenters.personNetwork(),
                        segmenters.partsNetwork())
                .forEach(network -> digests.put(network.name(), network.sha256()));
        return digests;
    }
}
