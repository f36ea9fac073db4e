import type { FormField, FormRule, ItemSheet, MaterialRequirement } from '@karez/contracts-approval';

type Drawn = FormField & { readonly schema: Record<string, unknown>; readonly required?: boolean };

export const text = (name: string, label: string, maxLength = 120): Drawn => ({
  ...{ name, label, widget: maxLength > 200 ? 'textarea' : 'text', required: true },
  schema: { type: 'string', minLength: 1, maxLength },
});
export const amount = (name: string, label: string, unit: string): Drawn => ({
  ...{ name, label, unit, widget: 'number', required: true },
  schema: { type: 'number', minimum: 0, maximum: 1_000_000_000 },
});
export const choice = (name: string, label: string, options: Record<string, string>): Drawn => ({
  ...{ name, label, options, widget: 'select', required: true },
  schema: { type: 'string', enum: Object.keys(options) },
});
export const yesNo = (name: string, label: string): Drawn => ({ name, label, widget: 'checkbox', schema: { type: 'boolean' } });

export function formOf(sections: Readonly<Record<string, readonly Drawn[]>>, rules: FormRule[] = []): ItemSheet['form'] {
  const drawn = Object.values(sections).flat();
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(drawn.map(({ name, schema }) => [name, schema])),
      required: drawn.filter(({ required }) => required).map(({ name }) => name),
    },
    ui: Object.entries(sections).map(([title, fields]) => ({
      title,
      fields: fields.map(({ name, widget, label, unit, options }) => ({
        ...{ name, widget, label },
        ...(unit && { unit }),
        ...(options && { options }),
      })),
    })),
    rules,
  };
}

export const material = (code: string, name: string, more: Partial<MaterialRequirement> = {}): MaterialRequirement => ({
  ...{ code, name, form: 'electronic', copies: 1, required: true, source: '申请人自备', reviewPoints: [] },
  ...{ mayFollow: false, byPromise: false, ...more },
});
const project = [text('projectName', '项目名称'), text('place', '项目地点')];
export const aboutProject = project;

/** What all items of the department's window share. The law's general terms (《行政许可法》 art. 42) unless an item says otherwise. */
export const common = {
  ...{ category: '行政许可', kind: 'promised' as const, authority: '新疆维吾尔自治区水利厅', window: '行政审批处' },
  ...{
    windowPlace: '自治区政务服务中心水利窗口',
    phone: '窗口公布的咨询电话',
    applicants: ['person', 'company'] as ('person' | 'company')[],
  },
  ...{ statutoryDays: 20, extensionDays: 10, fee: '不收费', procedureCode: 'joint-review' },
};
export const identity = material('identity', '申请人身份证明', {
  form: 'copy',
  source: '公安机关、市场监管部门',
  reviewPoints: ['与申请人一致', '在有效期内'],
});
