import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { Dto } from './operation.js';

/** Lists are read by keyset: `limit` rows after the opaque cursor `after`. There is no offset. A list adds its own sort and filter fields, each with a closed set of values. */
export class ListRequest {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
  @IsOptional() @IsString() @MaxLength(600) after?: string;
}

export interface Page<T> {
  items: T[];
  /** Cursor of the next page; absent on the last one. */
  next?: string;
}

/** The answer class of a list of `Row`. */
export function pageOf<T extends object>(row: Dto<T>): Dto<Page<T>> {
  class PageOfRows implements Page<T> {
    @IsArray() @ValidateNested({ each: true }) @Type(() => row) items!: T[];
    @IsOptional() @IsString() next?: string;
  }
  Object.defineProperty(PageOfRows, 'name', { value: `PageOf${row.name}` });
  return PageOfRows;
}
