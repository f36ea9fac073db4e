import type { PermissionRow } from '@karez/contracts-identity';
import { Checkbox } from 'antd';
import { useId } from 'react';

interface PermissionChoiceProps {
  catalogue: readonly PermissionRow[];
  value?: readonly string[];
  onChange?: (permissions: string[]) => void;
  readOnly?: boolean;
}

/** Permissions in the words of the contracts, service by service. To read: only those that the role has. */
export function PermissionChoice({ catalogue, value = [], onChange, readOnly }: PermissionChoiceProps) {
  const id = useId();
  const known = catalogue.map(({ permission }) => permission);
  // a permission of a service that is not installed here stays with the role, by its code
  const rows = [
    ...catalogue,
    ...value
      .filter((each) => !known.includes(each))
      .map((permission) => ({ permission, service: 'other', serviceTitle: '其他', title: permission })),
  ];
  const services = [...new Map(rows.map(({ service, serviceTitle }) => [service, serviceTitle]))];
  const shown = readOnly ? rows.filter(({ permission }) => value.includes(permission)) : rows;
  const toggle = (permission: string, on: boolean) => onChange?.(on ? [...value, permission] : value.filter((each) => each !== permission));
  return (
    <div className="office-permissions">
      {services.map(([service, title]) => {
        const inService = shown.filter((row) => row.service === service);
        if (inService.length === 0) return null;
        return (
          <div key={service} role="group" aria-labelledby={`${id}-${service}`}>
            <div className="office-permission-head" id={`${id}-${service}`}>
              {title}
              <span className="kz-caption">
                {readOnly
                  ? `${inService.length} 项`
                  : `已选 ${inService.filter(({ permission }) => value.includes(permission)).length} / ${inService.length}`}
              </span>
            </div>
            <ul>
              {inService.map(({ permission, title: words }) => (
                <li key={permission}>
                  {readOnly ? (
                    <span title={permission}>{words}</span>
                  ) : (
                    <Checkbox
                      checked={value.includes(permission)}
                      onChange={(event) => toggle(permission, event.target.checked)}
                      title={permission}
                    >
                      {words}
                    </Checkbox>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {shown.length === 0 && <p className="kz-caption">没有任何权限。</p>}
    </div>
  );
}
