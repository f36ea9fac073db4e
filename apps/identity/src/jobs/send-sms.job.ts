import { Injectable } from '@nestjs/common';
import { type DueTask, OnTask } from '@karez/messaging';
import { ApplicantCodes, sendSmsTask, type SmsToSend } from '../applicant/applicant-codes.js';
import { SmsSender } from '../applicant/sms-sender.js';

/** Sends a code once the command that made it is committed. */
@Injectable()
export class SendSms {
  constructor(
    private readonly codes: ApplicantCodes,
    private readonly sender: SmsSender,
  ) {}

  @OnTask(sendSmsTask)
  async send({ payload }: DueTask): Promise<void> {
    const message = payload as SmsToSend;
    await this.sender.send(message.phone, `【坎儿井】您的注册验证码是 ${this.codes.codeOf(message)}，5 分钟内有效。如非本人操作，请忽略。`);
  }
}
