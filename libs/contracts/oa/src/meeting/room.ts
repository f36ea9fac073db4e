import { ListRequest } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export class RoomWritten {
  @IsString() @Length(1, 40) name!: string;
  @IsString() @Length(1, 80) place!: string;
  @IsInt() @Min(1) @Max(5000) capacity!: number;
  /** 投影、视频终端. */
  @IsOptional() @IsString() @MaxLength(200) equipment?: string;
}
/** 会议室 of the body for which the caller acts. */
export class CreateRoom extends RoomWritten {}
export class UpdateRoom extends RoomWritten {
  @IsUUID() roomId!: string;
  /** A closed room keeps its bookings and takes no new ones. */
  @IsBoolean() open!: boolean;
}
export class RoomView extends RoomWritten {
  @IsUUID() id!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsBoolean() open!: boolean;
  @IsArray() @IsIn(['edit'], { each: true }) acts!: 'edit'[];
}
export class ListRooms extends ListRequest {}
/** What is booked on some days, both included; at most a month. */
export class ListBookings {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) from!: string;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) to!: string;
}
export class BookingView {
  @IsUUID() roomId!: string;
  @IsISO8601() startsAt!: string;
  @IsISO8601() endsAt!: string;
  @IsUUID() meetingId!: string;
  /** Absent for who may not see the meeting: then the room is just taken. */
  @IsOptional() @IsString() title?: string;
  @IsString() orgName!: string;
}
export class Bookings {
  @IsArray() @ValidateNested({ each: true }) @Type(() => BookingView) items!: BookingView[];
}
