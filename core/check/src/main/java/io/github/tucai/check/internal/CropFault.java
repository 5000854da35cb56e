package io.github.tucai.check.internal;

import io.github.tucai.photo.Advice;

/** Why no crop of a photo can be a product, as advice to the student. */
final class CropFault {
    static final Advice NO_FACE =
            new Advice("照片中没有可测量的人脸，请重新拍摄。", "No face can be measured in the photo; take it again.");
    static final Advice NOT_UPRIGHT =
            new Advice("照片方向不正，请先把照片旋转到正立方向。", "The picture is upside down or on its side; turn it upright.");
    static final Advice TOO_FEW_PIXELS = new Advice(
            "照片像素不足，裁剪后需要放大，请提交原图。", "The photo has too few pixels and would have to be enlarged; send the original.");
    static final Advice NO_ROOM_ABOVE =
            new Advice("头顶上方留白不足，请拍得远一些。", "There is too little room above the head; step back.");
    static final Advice TOO_MUCH_ROOM_ABOVE = new Advice(
            "人物在画面中位置过低，下方没有足够的画面，请把镜头放低。", "The head is too low and too little lies below it; lower the camera.");
    static final Advice EYES_TOO_HIGH =
            new Advice("裁剪后眼睛位置过高，请把镜头抬高。", "The eyes come out too high; raise the camera.");
    static final Advice EYES_TOO_LOW = new Advice("裁剪后眼睛位置过低，请把镜头放低。", "The eyes come out too low; lower the camera.");
    static final Advice HEAD_TOO_TALL =
            new Advice("头部在照片中过大，请拍得远一些。", "The head is too large in the photo; step back.");
    static final Advice HEAD_TOO_SHORT =
            new Advice("头部在照片中过小，请靠近一些拍摄。", "The head is too small in the photo; come closer.");
    static final Advice FACE_TOO_SMALL =
            new Advice("人脸在照片中过小，请靠近一些拍摄。", "The face is too small in the photo; come closer.");
    static final Advice FACE_TOO_LARGE =
            new Advice("人脸在照片中过大，请拍得远一些。", "The face is too large in the photo; step back.");
    static final Advice NOT_CENTRED =
            new Advice("人脸离照片边缘过近，请居中拍摄。", "The face is too near the edge; stand in the middle.");

    private CropFault() {}
}
