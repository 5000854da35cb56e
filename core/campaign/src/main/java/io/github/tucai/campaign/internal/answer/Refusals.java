package io.github.tucai.campaign.internal.answer;

import io.github.tucai.answer.Refusal;
import io.github.tucai.answer.Refusal.Reason;
import io.github.tucai.capture.SchoolEvent;
import io.github.tucai.code.CodeReading;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.UnmatchedReason;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.DailyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts of refusals. They name windows, ranges and days, and no person. */
public final class Refusals {
    private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter ZH_MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Refusals() {}

    /** The actor may not do it. */
    public static Refusal notYours() {
        return new Refusal(Reason.NOT_YOURS, "您无权进行此操作", "this is not for you to do; ask the school or the centre");
    }

    /** No such school. */
    public static Refusal unknownSchool() {
        return new Refusal(Reason.UNKNOWN, "该院校未参加本次采集", "the school is not registered in this campaign");
    }

    /** No such region. */
    public static Refusal unknownRegion(String region) {
        return new Refusal(Reason.UNKNOWN, "本次采集没有地区 " + region, "the campaign has no region " + region);
    }

    /** No such record. */
    public static Refusal unknownRecord() {
        return new Refusal(Reason.UNKNOWN, "没有该采集记录", "there is no such record");
    }

    /** The student is listed elsewhere. */
    public static Refusal otherSchool() {
        return new Refusal(
                Reason.OTHER_SCHOOL,
                "该学生不在此院校名下，请填写其现所在院校",
                "the student is listed at another school; name the one they are listed at now");
    }

    public static Refusal regionClosed(CaptureRegion region) {
        return new Refusal(
                Reason.REGION_CLOSED,
                region.name() + "地区未设置采集时间段，不开放采集",
                "the region " + region.name() + " has no capture window and is closed");
    }

    public static Refusal schoolClosed() {
        return new Refusal(Reason.SCHOOL_CLOSED, "学校尚未设置本校采集时间", "the school has not set its capture window yet");
    }

    public static Refusal outsideDays(CaptureWindow window, LocalDate day) {
        return new Refusal(
                Reason.OUTSIDE_DAYS,
                "采集时间为 " + zh(window) + "，" + ZH_DAY.format(day) + " 不在其内",
                "capture is open " + window.first() + " to " + window.last() + ", both inclusive; " + day
                        + " is outside");
    }

    public static Refusal outsideHours(DailyHours hours, LocalTime time) {
        return new Refusal(
                Reason.OUTSIDE_HOURS,
                "拍摄时间段为每天 " + hours.opens() + "—" + hours.closes() + "，现在是 " + TIME.format(time),
                "capture is open from " + hours.opens() + " until before " + hours.closes()
                        + " each day (Asia/Shanghai); it is " + TIME.format(time));
    }

    public static Refusal windowOutsideRegion(CaptureRegion region, CaptureWindow allowed, CaptureWindow asked) {
        return new Refusal(
                Reason.WINDOW_OUTSIDE_REGION,
                "本校采集时间 " + zh(asked) + " 须在" + region.name() + "地区采集时间段 " + zh(allowed) + " 之内",
                "the school's window " + asked.first() + " to " + asked.last() + " must lie inside " + region.name()
                        + "'s window " + allowed.first() + " to " + allowed.last());
    }

    public static Refusal noOfficer() {
        return new Refusal(
                Reason.NO_OFFICER,
                "请先填报责任部门和责任人，再设置本校采集时间",
                "name the department and the person in charge before setting the window");
    }

    public static Refusal retroactive() {
        return new Refusal(
                Reason.RETROACTIVE,
                "特殊安排须提前申请，不能追溯",
                "a special arrangement is granted before it starts; this one has started already");
    }

    /** Capture is over for this student. */
    public static Refusal cannotRetake() {
        return new Refusal(
                Reason.CANNOT_RETAKE,
                "该生采集已结束，无法重拍；如确需重拍，请省招就中心作出决定并同时给予特殊安排",
                "capture is over for this student, who could not take another photo: the centre decides so and grants days and"
                        + " hours in one");
    }

    /** The code was not accepted. */
    public static Refusal code(CodeRejection why) {
        return switch (why) {
            case DOES_NOT_OPEN -> code("采集码无法识别，请重新从学信网获取", "the code does not open; get it anew from the registry");
            case UNKNOWN_FORMAT -> code("不是采集码", "this is no collection code that can be read here");
            case NOT_YET_VALID -> code("采集码尚未生效", "the code is not valid yet");
            case EXPIRED -> code("采集码已过期，请重新获取", "the code has expired; get it anew");
            case REVOKED -> code("采集码已作废，请重新获取", "the code was revoked; get it anew");
            case WRONG_CAMPAIGN -> code("采集码不属于本届毕业生", "the code belongs to another graduating class");
            case WRONG_SCHOOL -> code("采集码不属于本校学生", "the code belongs to a student of another school");
            case ALREADY_USED -> code("采集码已被使用，请使用最新的采集码", "a newer code of this student was used; present that one");
        };
    }

    private static Refusal code(String zhCn, String en) {
        return new Refusal(Reason.CODE_REFUSED, zhCn, en);
    }

    /** No code in the picture. */
    public static Refusal unread(CodeReading.Failure why) {
        return switch (why) {
            case NO_CODE -> code("图片中没有找到二维码", "there is no code in the picture");
            case TOO_SMALL -> code("二维码太小，请靠近拍摄", "the code is too small; come closer");
            case BLURRED -> code("二维码模糊，请重新拍摄", "the code is blurred; take it again");
            case GLARE -> code("二维码有反光，请换个角度", "glare covers the code; turn it a little");
            case CUT_OFF -> code("二维码不完整", "part of the code is cut off");
            case OTHER_CODE -> code("不是采集码", "this is no collection code that can be read here");
            case NOT_AN_IMAGE -> code("文件不是图片", "the file is no picture, or a broken one");
            case OUT_OF_TIME -> code("识别超时，请换一张更清晰的图片", "reading took too long; send a clearer picture");
        };
    }

    /** Nothing was published. */
    public static Refusal notPublished() {
        return nothing("照片尚未发布校对", "nothing is published for proofreading yet");
    }

    /** No product. */
    public static Refusal noProduct() {
        return nothing("照片尚未制作", "the product photo is not made yet");
    }

    /** No product that keeps the rules can be made of the photo. */
    public static Refusal notFinishable(List<Advice> faults) {
        return nothing(
                "该照片无法制作成合格成品，请重拍：" + joined(faults, Advice::zhCn),
                "no product that keeps the rules can be made of this photo; have it taken again: "
                        + joined(faults, Advice::en));
    }

    private static String joined(List<Advice> faults, Function<Advice, String> text) {
        return faults.stream().map(text).collect(Collectors.joining(" "));
    }

    /** The registry refused no delivery of this product, or it goes out again already. */
    public static Refusal notRefused() {
        return nothing(
                "没有被学信网拒收的上传，或已重新上传", "no delivery is refused by the registry, or it is on its way again already");
    }

    /** The registry refused the product. */
    public static Refusal deliveryRefused() {
        return new Refusal(
                Reason.DELIVERY_REFUSED,
                "照片被学信网拒收，请先由采集中心重新上传",
                "the registry refused the photo; the centre has to send it again first");
    }

    /** Something failed that may succeed later. */
    public static Refusal failed() {
        return new Refusal(
                Reason.FAILED, "系统故障，未能完成，请稍后重试", "something failed on the way, see the log; try again later");
    }

    public static Refusal secondFactor() {
        return new Refusal(
                Reason.SECOND_FACTOR,
                "请正确输入证件号码后四位",
                "the last four characters of the ID are missing or do not match the code");
    }

    /** The code hides what the second factor would be compared with. */
    public static Refusal uncheckedFactor() {
        return new Refusal(
                Reason.UNCHECKED_FACTOR,
                "采集码未显示证件号码后四位，无法核对本人，请携带证件到学校采集点，由学校管理员核验后办理，或联系省招就中心",
                "the code hides the last four characters of the ID, so they cannot be compared; take the ID to the school's desk,"
                        + " where the administrator checks it, or ask the centre");
    }

    /** Wrong too often; says for how long the enrolment is closed. */
    public static Refusal tooManyWrongFactors(Duration closed) {
        long minutes = Math.max(1, closed.plusSeconds(59).toMinutes());
        return new Refusal(
                Reason.TOO_MANY_TRIES,
                "证件号码后四位多次输入错误，请" + minutes + "分钟后再试",
                "the last four characters of the ID were wrong too often; try again in " + minutes + " minutes");
    }

    public static Refusal noSession() {
        return new Refusal(Reason.NO_SESSION, "请重新出示采集码", "there is no open session; present the code again");
    }

    public static Refusal noConsent() {
        return new Refusal(Reason.NO_CONSENT, "请先阅读并同意采集须知", "the student has to agree before a photo is taken");
    }

    public static Refusal exemptionClaimed() {
        return new Refusal(
                Reason.EXEMPTION_CLAIMED,
                "豁免须由学校或省招就中心登记，学生不能自行申报",
                "the school or the centre records an exemption; a student cannot declare one");
    }

    public static Refusal samePhoto() {
        return new Refusal(Reason.SAME_PHOTO, "该照片已提交过，请重新拍摄", "this very photo was handed in before; take a new one");
    }

    /**
     * Another photo is there now than the one that is meant.
     *
     * @param present the one that is there, as handed in
     */
    public static Refusal otherPhoto(Optional<ImageDigest> present) {
        String there = present.map(ImageDigest::hex).orElse("-");
        return new Refusal(
                Reason.OTHER_PHOTO,
                "照片已更换，请刷新后查看当前照片（" + there + "）",
                "another photo is there now: look at " + there + " and decide on that");
    }

    /**
     * Another photo than the one that is meant is under suspicion.
     *
     * @param suspected the one that is, as handed in
     */
    public static Refusal otherSuspected(ImageDigest suspected) {
        return new Refusal(
                Reason.OTHER_PHOTO,
                "另一张照片（" + suspected.hex() + "）正在核实，请先对该照片作出决定",
                "another photo is under suspicion: look at " + suspected.hex() + " and decide on that first");
    }

    /** Nobody has to decide on that photo. */
    public static Refusal nothingToDecide(Optional<ImageDigest> present) {
        return present.isPresent()
                ? otherPhoto(present)
                : nothing("没有待审核的照片", "nobody has to decide on this photo, so nobody looks at it");
    }

    /** The actor has not opened the photo. */
    public static Refusal notSeen() {
        return new Refusal(
                Reason.NOT_SEEN, "请先查看该照片及其检测依据，再作决定", "open this photo and its evidence first, then decide");
    }

    /** Somebody else has to decide. */
    public static Refusal anotherPerson() {
        return new Refusal(
                Reason.ANOTHER_PERSON,
                "须由提出或认定违规以外的人员决定",
                "somebody else decides: not the one who raised the suspicion or confirmed it");
    }

    /** No suspicion was raised, so nobody was heard. */
    public static Refusal notSuspected() {
        return new Refusal(
                Reason.NOT_SUSPECTED,
                "请先提出疑似违规并告知学生，再由他人认定",
                "raise the suspicion first, so that the student is told and heard; somebody else confirms it");
    }

    /** The student may still answer or take another photo. */
    public static Refusal stillHeard(Instant until) {
        return new Refusal(
                Reason.STILL_HEARD,
                "学生可在 " + ZH_MOMENT.format(until.atZone(Campaign.ZONE)) + " 前说明或重拍，此前不能认定",
                "the student may answer or take another photo until " + MOMENT.format(until.atZone(Campaign.ZONE))
                        + " (Asia/Shanghai); nothing is confirmed before");
    }

    /** A person looked at it, or was asked to. */
    public static Refusal askedAlready() {
        return doneAlready("该照片已人工审核，请重拍", "a person has decided on this photo; take a new one");
    }

    /** Nobody can mend a file by looking at it. */
    public static Refusal faultOfTheFile(List<CheckId> faults) {
        return new Refusal(
                Reason.FILE_FAULT,
                "文件不符合要求（" + faults + "），人工审核无法解决，请重新拍摄或导出",
                "the file itself is at fault " + faults + ": a person cannot mend that; take or export it again");
    }

    public static Refusal inReview() {
        return new Refusal(Reason.IN_REVIEW, "照片正在人工审核，请等待结果", "a person is looking at a photo; wait for the answer");
    }

    public static Refusal nothing(String zhCn, String en) {
        return new Refusal(Reason.NOTHING_THERE, zhCn, en);
    }

    /**
     * Locked.
     *
     * @param officer of the school, whose office is named; empty where it has named none
     */
    public static Refusal locked(Optional<SchoolEvent.OfficerNamed> officer) {
        String zhWhom = officer.map(o -> o.department() + "（" + o.phone() + "）").orElse("学校管理员");
        String enWhom =
                officer.map(o -> o.department() + " (" + o.phone() + ")").orElse("the school's administrator");
        return new Refusal(
                Reason.LOCKED,
                "账号已锁定，请联系" + zhWhom + "解锁；如有异议，可请省招就中心安排复核",
                "the record is locked after a violation; only the school's administrator unlocks it: ask " + enWhom
                        + ", or ask the centre for a second look");
    }

    /** Locked at another school than the code says. */
    public static Refusal lockedElsewhere() {
        return new Refusal(
                Reason.LOCKED,
                "账号在原院校已锁定，请先联系原院校管理员解锁，再出示新院校的采集码",
                "the record is locked after a violation at the school before; only that school's administrator unlocks it,"
                        + " then present the code of the new school again");
    }

    public static Refusal notLocked() {
        return new Refusal(Reason.NOT_LOCKED, "账号未锁定", "the record is not locked");
    }

    public static Refusal paidAlready() {
        return new Refusal(Reason.PAID_ALREADY, "已交费，请勿重复交费", "it is paid already and is never charged twice");
    }

    /** The money is in the books already. */
    public static Refusal bookedAlready() {
        return new Refusal(
                Reason.PAID_ALREADY, "该笔款项已入账，不重复登记", "this payment is in the books already and is not booked twice");
    }

    /** Its reference is another payment's. */
    public static Refusal referenceUsed() {
        return new Refusal(
                Reason.REFERENCE_USED,
                "该流水号已用于另一笔款项，请核对流水号；款项未重复入账",
                "this reference is booked for another payment; compare it with the gateway's or the bank's, nothing is"
                        + " booked twice");
    }

    /** No money with this reference. */
    public static Refusal noSuchPayment() {
        return nothing("没有该流水号的款项", "no payment with this reference is in the books");
    }

    /** Nothing to match. */
    public static Refusal notUnmatched() {
        return nothing("没有该流水号的待处理款项", "no unmatched payment with this reference is in the books");
    }

    /** The money went back. */
    public static Refusal refundedAlready() {
        return doneAlready("该笔款项已退还", "this payment was given back already");
    }

    /** The registry would never hear of it once the record is erased. */
    public static Refusal withdrawalNotSealed() {
        return new Refusal(
                Reason.FAILED,
                "该照片须先通知学信平台撤回，而撤回件未能封装；请检查密钥后再删除",
                "the registry is still to be told that the photo counts no more, and that could not be sealed; see to the keys,"
                        + " then erase again");
    }

    /** Money of nobody has no book that could take it. */
    public static Refusal cashbookDamaged() {
        return new Refusal(
                Reason.FAILED,
                "未匹配款项簿已损坏，暂不能登记；请从数据库备份恢复 stream、stream_key、event 表中该簿的行，再重新登记",
                "the book of unmatched money is damaged and nothing was booked; restore its rows of the tables stream,"
                        + " stream_key and event from a backup of the database, then book this again");
    }

    /** How the money stands is not known. */
    public static Refusal bookingDamaged() {
        return new Refusal(
                Reason.FAILED,
                "该款项的记账行已损坏；请从数据库备份恢复 payment_booking 表中该行，再重试",
                "the row of this money is damaged; restore it in the table payment_booking from a backup of the database, then"
                        + " try again");
    }

    /** Why nothing is to be paid now, and what to do. */
    public static Refusal notAsked(UnmatchedReason why, Fee fee) {
        return switch (why) {
            case NOT_ACCEPTED -> notPayable("照片合格后再交费", "there is no accepted photo; pay once one is accepted");
            case IN_REVIEW -> inReview();
            case LOCKED -> locked(Optional.empty());
            case DELIVERY_REFUSED ->
                notPayable("照片未被学信网接收，请联系学校，暂不交费", "the registry refused the photo; ask the school before paying");
            case SCHOOL_PAYS -> notPayable("费用由学校统一支付，学生无需交费", "the school pays; the student has nothing to pay");
            case STUDENTS_PAY -> studentsPay();
            case PAID_ALREADY -> paidAlready();
            case WRONG_AMOUNT -> notPayable("应交金额为 " + fee, "the amount to pay is " + fee + " exactly");
            case NO_FEE -> notPayable("本次采集不收费", "this campaign takes no fee");
            case NO_STATEMENT -> nothing("结算单尚未生成", "the statement is not issued yet");
            case UNKNOWN -> unknownRecord();
            case ERASED -> erased();
        };
    }

    private static Refusal notPayable(String zhCn, String en) {
        return new Refusal(Reason.NOT_PAYABLE, zhCn, en);
    }

    /** No statement, ever. */
    public static Refusal studentsPay() {
        return new Refusal(
                Reason.STUDENTS_PAY,
                "该校学生在线自行交费，不生成结算单",
                "the students of this school pay themselves; it owes nothing and gets no statement");
    }

    /** No statement yet. */
    public static Refusal captureOpen(Instant ends) {
        ZonedDateTime local = ends.atZone(Campaign.ZONE);
        return new Refusal(
                Reason.CAPTURE_OPEN,
                "该校采集尚未结束，" + ZH_DAY.format(local) + " " + local.toLocalTime() + " 之后方可生成结算单",
                "the school's capture has not ended; issue the statement from " + local.toLocalDate() + " "
                        + local.toLocalTime() + " (Asia/Shanghai) on");
    }

    /** No statement while people decide. */
    /** Issued statements are frozen, and nobody is left for another one. */
    public static Refusal allCounted() {
        return doneAlready("已采集的学生均已计入结算单，结算单不再变动", "a statement counts everybody who was captured, and is frozen");
    }

    public static Refusal undecided(long photos) {
        return new Refusal(
                Reason.IN_REVIEW,
                "尚有 " + photos + " 张照片待审核，请先审核再生成结算单",
                "photos are still to be decided on: " + photos + "; decide, then issue the statement");
    }

    public static Refusal notPaid() {
        return new Refusal(Reason.NOT_PAID, "交费后上传", "the photo is delivered once it is paid");
    }

    public static Refusal sentAlready() {
        return new Refusal(Reason.SENT_ALREADY, "该照片已上传或正在上传", "this photo is delivered or on its way");
    }

    /** An erratum is open. */
    public static Refusal erratumOpen(long count) {
        return new Refusal(
                Reason.ERRATUM_OPEN,
                "尚有 " + count + " 条勘误未处理",
                "the feedback says that all photos are right, but errata are open: " + count);
    }

    /** The record was erased. */
    public static Refusal erased() {
        return new Refusal(
                Reason.ERASED,
                "该学生的采集记录已按要求删除，请联系省招就中心",
                "the record of this enrolment was erased on request; ask the centre");
    }

    public static Refusal doneAlready(String zhCn, String en) {
        return new Refusal(Reason.DONE_ALREADY, zhCn, en);
    }

    private static String zh(CaptureWindow window) {
        return ZH_DAY.format(window.first()) + "—" + ZH_DAY.format(window.last());
    }
}
